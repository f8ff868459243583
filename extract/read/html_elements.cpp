// SPDX-License-Identifier: Apache-2.0
#include "extract/read/html_elements.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"
#include "extract/layout.h"

namespace scholargraph {

namespace {

/// Calls visit(node, inside_link) for every node below `root`, in document order, without recursion; stops when it
/// returns false.
template <class Visit>
void visit_tree(const GumboNode& root, Visit visit) {
  struct Step {
    const GumboNode* node;
    bool link;
  };
  std::vector<Step> stack = {{&root, false}};
  while (!stack.empty()) {
    const Step step = stack.back();
    stack.pop_back();
    if (!visit(*step.node, step.link)) return;
    const auto* children = children_of(*step.node);
    if (children == nullptr) continue;
    const bool link = step.link || (step.node->type == GUMBO_NODE_ELEMENT && step.node->v.element.tag == GUMBO_TAG_A);
    for (unsigned i = children->length; i-- > 0;) stack.push_back({static_cast<GumboNode*>(children->data[i]), link});
  }
}

bool names_a_menu(std::string_view names) {
  static constexpr std::array<std::string_view, 13> kMenus = {
      "nav",        "navbar",    "navigation", "menu",    "mainmenu", "breadcrumb", "breadcrumbs",
      "pagination", "skip-link", "toc",        "topmenu", "sidenav",  "site-nav"};
  for (const auto name : split_words(names))
    if (std::any_of(kMenus.begin(), kMenus.end(), [&](auto menu) { return equals_ignore_case(name, menu); })) return true;
  return false;
}

/// Letters and digits inside and outside of links.
bool is_mostly_links(const GumboNode& root) {
  std::size_t linked = 0;
  std::size_t total = 0;
  visit_tree(root, [&](const GumboNode& node, bool link) {
    if (node.type != GUMBO_NODE_TEXT) return true;
    const auto size = trim(node.v.text.text).size();
    total += size;
    if (link) linked += size;
    return total < 4000;
  });
  return linked * 10 >= total * 7;
}

}  // namespace

const GumboVector* children_of(const GumboNode& node) {
  if (node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE) return &node.v.element.children;
  if (node.type == GUMBO_NODE_DOCUMENT) return &node.v.document.children;
  return nullptr;
}

ElementRole element_role(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_SCRIPT: case GUMBO_TAG_STYLE: case GUMBO_TAG_NOSCRIPT: case GUMBO_TAG_TEMPLATE: case GUMBO_TAG_SVG:
    case GUMBO_TAG_BUTTON: case GUMBO_TAG_SELECT: case GUMBO_TAG_TEXTAREA: case GUMBO_TAG_OPTION: case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_AUDIO: case GUMBO_TAG_VIDEO: case GUMBO_TAG_CANVAS: case GUMBO_TAG_OBJECT: case GUMBO_TAG_TITLE:
    case GUMBO_TAG_META: case GUMBO_TAG_LINK: case GUMBO_TAG_DATALIST: case GUMBO_TAG_NOFRAMES:
      return ElementRole::kSkip;
    case GUMBO_TAG_DIV: case GUMBO_TAG_SECTION: case GUMBO_TAG_ARTICLE: case GUMBO_TAG_HEADER: case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_MAIN: case GUMBO_TAG_ASIDE: case GUMBO_TAG_NAV: case GUMBO_TAG_CENTER: case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_FIGURE: case GUMBO_TAG_FIGCAPTION: case GUMBO_TAG_FIELDSET: case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_DETAILS: case GUMBO_TAG_SUMMARY: case GUMBO_TAG_FORM: case GUMBO_TAG_CAPTION: case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_BODY: case GUMBO_TAG_HTML: case GUMBO_TAG_HEAD:
      return ElementRole::kContainer;
    case GUMBO_TAG_P: case GUMBO_TAG_BLOCKQUOTE: return ElementRole::kParagraph;
    case GUMBO_TAG_H1: case GUMBO_TAG_H2: case GUMBO_TAG_H3: case GUMBO_TAG_H4: case GUMBO_TAG_H5: case GUMBO_TAG_H6:
      return ElementRole::kHeading;
    case GUMBO_TAG_UL: case GUMBO_TAG_OL: case GUMBO_TAG_MENU: case GUMBO_TAG_DIR: return ElementRole::kList;
    case GUMBO_TAG_LI: return ElementRole::kItem;
    case GUMBO_TAG_TABLE: return ElementRole::kTable;
    case GUMBO_TAG_TR: return ElementRole::kRow;
    case GUMBO_TAG_TD: case GUMBO_TAG_TH: return ElementRole::kCell;
    case GUMBO_TAG_DL: return ElementRole::kDefinitions;
    case GUMBO_TAG_DT: return ElementRole::kTerm;
    case GUMBO_TAG_DD: return ElementRole::kDefinition;
    case GUMBO_TAG_BR: return ElementRole::kBreak;
    case GUMBO_TAG_HR: return ElementRole::kRule;
    case GUMBO_TAG_PRE: case GUMBO_TAG_XMP: case GUMBO_TAG_LISTING: return ElementRole::kPreformatted;
    default: return ElementRole::kInline;
  }
}

std::uint8_t element_styles(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_B: case GUMBO_TAG_STRONG: case GUMBO_TAG_TH: return kBold;
    case GUMBO_TAG_I: case GUMBO_TAG_EM: case GUMBO_TAG_CITE: case GUMBO_TAG_VAR: case GUMBO_TAG_DFN: return kItalic;
    case GUMBO_TAG_U: case GUMBO_TAG_INS: return kUnderline;
    case GUMBO_TAG_S: case GUMBO_TAG_DEL: case GUMBO_TAG_STRIKE: return kStrike;
    case GUMBO_TAG_CODE: case GUMBO_TAG_TT: case GUMBO_TAG_KBD: case GUMBO_TAG_SAMP: return kCode;
    default: return 0;
  }
}

std::string_view attribute(const GumboElement& element, const char* name) {
  const auto* found = gumbo_get_attribute(&element.attributes, name);
  return found ? std::string_view(found->value) : std::string_view();
}

bool has_attribute(const GumboElement& element, const char* name) {
  return gumbo_get_attribute(&element.attributes, name) != nullptr;
}

bool is_menu(const GumboNode& node) {
  const auto& element = node.v.element;
  const bool named = element.tag == GUMBO_TAG_NAV || attribute(element, "role") == "navigation" ||
                     names_a_menu(attribute(element, "class")) || names_a_menu(attribute(element, "id"));
  return named && element.tag != GUMBO_TAG_BODY && is_mostly_links(node);
}

std::string inner_text(const GumboNode& node, std::size_t limit) {
  std::string out;
  visit_tree(node, [&](const GumboNode& inner, bool) {
    if (inner.type == GUMBO_NODE_TEXT || inner.type == GUMBO_NODE_WHITESPACE) out += inner.v.text.text;
    return out.size() < limit;
  });
  return out;
}

}  // namespace scholargraph
