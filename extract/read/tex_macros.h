// SPDX-License-Identifier: Apache-2.0
// Macros that a LaTeX document defines for itself.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "extract/read/tex_input.h"

namespace scholargraph {

struct TexMacro {
  int arguments = 0;
  std::optional<std::string> optional;  ///< default of the first argument, if that is optional
  std::string body;
  std::string end_body;  ///< of an environment
};

/// The definitions read so far.
class TexMacros {
 public:
  /// Reads what follows \NAME if that is a defining command; false if it is none.
  /// Names of `is_protected` keep their built-in meaning when they are redefined.
  bool read_definition(std::string_view name, TexInput& input, bool (*is_protected)(std::string_view));

  [[nodiscard]] const TexMacro* find(std::string_view name) const;
  [[nodiscard]] const TexMacro* find_environment(std::string_view name) const;
  /// \newif conditions: whether `name` (without "if") is one, and its value.
  [[nodiscard]] bool is_condition(std::string_view name) const { return conditions_.contains(name); }
  [[nodiscard]] bool condition(std::string_view name) const;
  void set_condition(std::string_view name, bool value) { conditions_[std::string(name)] = value; }

  /// The arguments of `macro` read from `input` and put into `body`.
  static std::vector<std::string> read_arguments(const TexMacro& macro, TexInput& input);
  static std::string substitute(std::string_view body, const std::vector<std::string>& arguments);

 private:
  void read_newcommand(std::string_view kind, TexInput& input, bool (*is_protected)(std::string_view));
  void read_environment(TexInput& input, bool around_body);
  void read_document_command(TexInput& input);
  void read_def(TexInput& input, bool (*is_protected)(std::string_view));
  void read_let(TexInput& input);
  static std::string read_target(TexInput& input);

  std::map<std::string, TexMacro, std::less<>> macros_;
  std::map<std::string, TexMacro, std::less<>> environments_;
  std::map<std::string, bool, std::less<>> conditions_;
};

}  // namespace scholargraph
