// SPDX-License-Identifier: Apache-2.0
// The authorships of all documents as a stream: what the sources print, and the person each was resolved to.
#pragma once

#include <functional>
#include <string_view>

namespace scholargraph {

/// One author of one paper as one source prints it. Views live until the callback returns.
struct AuthorshipView {
  std::string_view document;  ///< path as the user gave it
  std::string_view record;    ///< the source's own key of the paper; "line N" where it has none
  int position = 0;           ///< from 1
  std::string_view name;      ///< as printed
  std::string_view person;    ///< node id
};

/// Authorships come in the order of the documents, papers and positions of the corpus.
class AuthorshipSource {
 public:
  virtual ~AuthorshipSource() = default;
  virtual void for_each_authorship(const std::function<void(const AuthorshipView&)>& visit) const = 0;
};

}  // namespace scholargraph
