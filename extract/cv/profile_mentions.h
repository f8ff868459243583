// SPDX-License-Identifier: Apache-2.0
// Which words of a contributor profile are repositories, and who its subject is.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace scholargraph {

/// Learns the names of repositories from all paragraphs, then finds them in each.
class ProjectMentions {
 public:
  /// Reads one paragraph; `behind_date` is the offset behind the month that leads it, 0 when none does.
  void learn(std::string_view paragraph, std::size_t behind_date);
  /// The repositories that the paragraph names as whole words, in order of first mention, each once.
  [[nodiscard]] std::vector<std::string> named_in(std::string_view paragraph) const;

 private:
  void add(std::string_view name);

  std::set<std::string, std::less<>> names_;
  std::set<std::string, std::less<>> owners_;   ///< left sides of owner/repo
  std::set<std::string, std::less<>> slashed_;  ///< right sides
};

/// The person at the start of the lead: "Ann worked on", "Ann Lee has developed"; empty when no verb follows a name.
std::string subject_of(std::string_view lead);

}  // namespace scholargraph
