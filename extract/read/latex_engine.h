// SPDX-License-Identifier: Apache-2.0
// LaTeX into a layout builder.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/read/layout_builder.h"
#include "extract/read/tex_input.h"
#include "extract/read/tex_macros.h"

namespace scholargraph {

/// Reads a source once. Known commands do what they do in print; macros of the document are expanded; the braced
/// arguments of an unknown command are content, in order, with gaps between them, so that nothing is lost.
class LatexEngine {
 public:
  /// `source` must outlive the engine. `depth` counts engines inside engines.
  LatexEngine(std::string_view source, int first_line, TexMacros& macros, LayoutBuilder& builder, int depth = 0);

  void run();
  /// Files that the source asks for and that are not read.
  [[nodiscard]] const std::vector<std::pair<std::string, int>>& inputs() const { return inputs_; }
  [[nodiscard]] bool ran_away() const { return input_.exhausted(); }

 private:
  enum class OnClose : std::uint8_t { kNothing, kCloseBlock };
  struct Group {
    std::size_t style_depth = 0;
    OnClose on_close = OnClose::kNothing;
    bool environment = false;
  };
  struct Environment {
    std::string name;
    std::size_t groups = 0;  ///< size of the group stack inside it
    bool list = false;
    bool numbered = false;
    bool bibliography = false;
    bool table = false;
    int items = 0;
    std::string end_body;
  };

  // latex_engine.cpp: characters
  void read_character(char c);
  void read_comment();
  void read_line_end();
  void read_dashes();
  void read_quote(char c);
  void toggle_math();
  void read_double_quote();
  void put(std::string_view text);
  void put(char c);
  void flush();
  void paragraph();
  void line_break();
  void cell_border();
  void open_group(OnClose on_close = OnClose::kNothing, bool environment = false);
  void close_group();

  // latex_commands.cpp: control sequences
  void read_command();
  void run_command(const std::string& name);
  bool run_structure(const std::string& name);
  bool run_spacing(const std::string& name);
  bool run_special(const std::string& name);
  bool run_condition(const std::string& name);
  bool run_printed(const std::string& name);
  bool expand(const std::string& name);
  void skip_condition();
  void read_accent(char32_t accent);
  double read_dimension();
  void read_signature(std::string_view signature);
  void read_meta(const std::string& name, std::string_view key);
  void read_heading(int level);
  std::string link_address(std::string_view tex);
  void read_link(const std::string& name);
  void read_unknown(const std::string& name);
  void read_choice(const std::string& name);
  void begin_style_group(std::uint8_t styles);
  void begin_styles(std::uint8_t styles);
  std::string plain(std::string_view tex);
  std::string layout_of_groups(int count);
  bool line_ends_here();
  void drop_arguments();

  // latex_environments.cpp
  void begin_environment();
  void end_environment();
  void open_environment(const std::string& name);
  void leave_environment(const std::string& name);
  bool has_length_group();
  void open_item();
  void open_bibliography_item();
  void open_row();
  bool in_table() const;
  int list_depth() const;

  TexInput input_;
  TexMacros& macros_;
  LayoutBuilder& builder_;
  int depth_;
  std::string pending_;  ///< characters not yet given to the builder
  int pending_line_ = 0;  ///< where the first of them stands
  std::vector<Group> groups_;
  std::vector<Environment> environments_;
  std::vector<std::pair<std::string, int>> inputs_;
  bool german_ = false;  ///< the shorthands of babel: "a is an umlaut
  bool preamble_ = false;
  bool math_ = false;
  bool finished_ = false;
};

}  // namespace scholargraph
