// SPDX-License-Identifier: Apache-2.0
// The roles of academic service, in many languages, under one name each.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace scholargraph {

struct ServiceRole {
  std::string name;       ///< "reviewer", "session chair", "associate editor", …
  std::size_t begin = 0;  ///< offset of the wording
  std::size_t end = 0;
  bool leads = false;    ///< nothing but a date or "served as a" stands before it
  bool lists = false;    ///< a role for many venues (reviewing), so that commas divide venues
  bool outside = false;  ///< clear enough to count outside sections of service
};

/// The first role that the text names.
std::optional<ServiceRole> find_service_role(std::string_view text);

}  // namespace scholargraph
