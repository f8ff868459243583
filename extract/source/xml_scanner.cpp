// SPDX-License-Identifier: Apache-2.0
#include "extract/source/xml_scanner.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/text.h"

namespace scholargraph {

namespace {

using Byte = unsigned char;

constexpr std::size_t kChunk = 64;
constexpr std::size_t kMaxDepth = 500;  // less than expat is allowed, which then gives the message
constexpr std::size_t kMaxAttributes = 32;
constexpr std::size_t kMaxKept = std::size_t{1} << 22;  // events, attributes, decoded values; bounds memory
constexpr std::size_t kLongestReference = 40;
constexpr std::size_t kNone = std::string_view::npos;

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool begins_name(char c) { return is_letter(c) || c == '_'; }
constexpr bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

/// ASCII bytes that may stand in a name.
constexpr std::array<bool, 256> kNameBytes = [] {
  std::array<bool, 256> table{};
  for (int c = 0; c < 128; ++c) {
    const char byte = static_cast<char>(c);
    table[static_cast<std::size_t>(c)] =
        begins_name(byte) || is_digit(byte) || byte == '-' || byte == '.' || byte == ':';
  }
  return table;
}();
bool is_name_byte(char c) { return kNameBytes[static_cast<Byte>(c)]; }

/// Does the chunk hold anything but ordinary ASCII? Without branches, so that it becomes vector code.
bool is_odd_chunk(const char* bytes) {
  Byte odd = 0;
  for (std::size_t i = 0; i < kChunk; ++i) {
    const Byte c = static_cast<Byte>(bytes[i]);
    const Byte control = c < 0x20 ? 1 : 0, line = c == '\n' ? 1 : 0, tab = c == '\t' ? 1 : 0;
    const Byte bracket = c == ']' ? 1 : 0, high = c >= 0x80 ? 1 : 0;
    odd = static_cast<Byte>(odd | (control ^ line ^ tab) | bracket | high);
  }
  return odd != 0;
}

/// Length of the character that begins at bytes[at], which is no ASCII; 0 when XML does not allow it.
std::size_t sequence_length(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return at + i < bytes.size() ? static_cast<Byte>(bytes[at + i]) : Byte{0}; };
  const auto follows = [&](std::size_t i) { return (byte(i) & 0xc0) == 0x80; };
  const Byte lead = byte(0), second = byte(1);
  if (lead >= 0xc2 && lead <= 0xdf) return follows(1) ? 2 : 0;
  if (lead >= 0xe0 && lead <= 0xef) {
    const bool overlong = lead == 0xe0 && second < 0xa0;
    const bool surrogate = lead == 0xed && second > 0x9f;
    const bool no_character = lead == 0xef && second == 0xbf && byte(2) > 0xbd;
    return follows(1) && follows(2) && !overlong && !surrogate && !no_character ? 3 : 0;
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    const bool overlong = lead == 0xf0 && second < 0x90;
    const bool beyond = lead == 0xf4 && second > 0x8f;
    return follows(1) && follows(2) && follows(3) && !overlong && !beyond ? 4 : 0;
  }
  return 0;
}

/// Length of what stands at bytes[at]; 0 when the scanner does not take it.
std::size_t plain_length(std::string_view bytes, std::size_t at) {
  const char c = bytes[at];
  if (static_cast<Byte>(c) >= 0x80) return sequence_length(bytes, at);
  if (static_cast<Byte>(c) < 0x20 && c != '\n' && c != '\t') return 0;
  return c == ']' && bytes.substr(at, 3) == "]]>" ? 0 : 1;
}

enum class Bytes { kAscii, kUtf8, kOther };

/// kOther: with control characters, bad UTF-8 or an end of a CDATA section, wherever they stand.
Bytes kind_of(std::string_view bytes) {
  Bytes kind = Bytes::kAscii;
  for (std::size_t at = 0; at < bytes.size();) {
    const bool whole = bytes.size() - at >= kChunk;
    const std::size_t end = whole ? at + kChunk : bytes.size();
    if (whole && !is_odd_chunk(bytes.data() + at)) {
      at = end;
      continue;
    }
    while (at < end) {
      const std::size_t length = plain_length(bytes, at);
      if (length == 0) return Bytes::kOther;
      if (length > 1) kind = Bytes::kUtf8;
      at += length;
    }
  }
  return kind;
}

/// Are `bytes` read alike as UTF-8 and as what the document says they are?
bool reads_as_utf8(Bytes bytes, std::string_view encoding) {
  const std::string name = to_lower(encoding);
  return name.empty() || name == "utf-8" || (bytes == Bytes::kAscii && (name == "iso-8859-1" || name == "us-ascii"));
}

/// The character of the five entities that XML itself knows; empty for others.
std::string_view xml_entity(std::string_view name) {
  if (name == "amp") return "&";
  if (name == "lt") return "<";
  if (name == "gt") return ">";
  if (name == "quot") return "\"";
  if (name == "apos") return "'";
  return {};
}

/// The character of "#233" or "#xe9"; empty when XML does not allow it.
std::string numeric_reference(std::string_view name) {
  const bool hex = name.size() > 1 && name[1] == 'x';
  const std::string_view digits = name.substr(hex ? 2 : 1);
  if (digits.empty() || digits.size() > 7) return {};
  char32_t value = 0;
  for (const char c : digits) {
    const bool letter = hex && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'));
    if (!is_digit(c) && !letter) return {};
    value = value * (hex ? 16 : 10) + static_cast<char32_t>(letter ? (c | 0x20) - 'a' + 10 : c - '0');
  }
  const bool control = value < 0x20 && value != '\n' && value != '\t' && value != '\r';
  const bool surrogate = value >= 0xd800 && value <= 0xdfff;
  if (control || surrogate || value == 0xfffe || value == 0xffff || value > 0x10ffff) return {};
  std::string out;
  append_utf8(out, value);
  return out;
}

bool is_public_id_byte(char c) {
  return is_letter(c) || is_digit(c) || std::string_view(" -./:_,()+").find(c) != kNone;
}

class Scanner {
 public:
  Scanner(std::string_view bytes, XmlPart part, const XmlPaths& paths) : bytes_(bytes), part_(part), paths_(paths) {}

  /// False in doubt.
  bool run(std::string_view encoding) {
    kind_ = kind_of(bytes_);
    if (kind_ == Bytes::kOther || !reads_as_utf8(kind_, encoding)) return false;
    next_reference_ = bytes_.find('&');
    if (part_ != XmlPart::kFragment) take_if("\xef\xbb\xbf");
    if (part_ != XmlPart::kFragment && rest().starts_with("<?xml") && !declaration()) return false;
    while (at_ < bytes_.size()) {
      if (!text()) return false;
      if (at_ < bytes_.size() && !markup()) return false;
    }
    if (part_ == XmlPart::kBeginning) return !in_record();
    return open_.empty() && (rooted_ || part_ == XmlPart::kFragment);
  }

  XmlEvents take() { return std::move(out_); }

 private:
  struct Open {
    std::string_view name;
    int node;
  };

  [[nodiscard]] bool in_record() const {
    return std::any_of(open_.begin(), open_.end(), [&](const Open& open) { return paths_.is_record(open.node); });
  }
  [[nodiscard]] std::string_view rest() const { return bytes_.substr(at_); }
  [[nodiscard]] char now() const { return at_ < bytes_.size() ? bytes_[at_] : '\0'; }
  bool take_if(std::string_view expected) {
    if (!rest().starts_with(expected)) return false;
    at_ += expected.size();
    return true;
  }
  /// Were there any?
  bool skip_blanks() {
    const std::size_t begin = at_;
    while (at_ < bytes_.size() && is_blank(bytes_[at_])) ++at_;
    return at_ > begin;
  }
  /// Empty when no name of ASCII letters stands here.
  std::string_view name() {
    const std::size_t begin = at_;
    if (!begins_name(now())) return {};
    while (at_ < bytes_.size() && is_name_byte(bytes_[at_])) ++at_;
    return bytes_.substr(begin, at_ - begin);
  }

  /// The offset of the next '<'.
  [[nodiscard]] std::size_t next_tag() const {
    constexpr std::size_t kNear = 16;  // most texts are shorter than a call of memchr pays for
    const std::size_t near = std::min(bytes_.size(), at_ + kNear);
    for (std::size_t i = at_; i < near; ++i)
      if (bytes_[i] == '<') return i;
    return std::min(bytes_.find('<', near), bytes_.size());
  }

  bool text() {
    const std::size_t end = next_tag();
    const bool outside = open_.empty() && part_ != XmlPart::kFragment;
    if (outside) {
      skip_blanks();
      return at_ == end;
    }
    while (next_reference_ < end) {
      add_text(bytes_.substr(at_, next_reference_ - at_));
      at_ = next_reference_ + 1;
      const std::string_view name = reference();
      if (name.empty() || !add_reference(name)) return false;
    }
    add_text(bytes_.substr(at_, end - at_));
    at_ = end;
    return true;
  }

  /// The name in "&name;", of which the '&' is read; empty in doubt.
  std::string_view reference() {
    const std::size_t end = rest().substr(0, kLongestReference).find(';');
    next_reference_ = bytes_.find('&', at_);
    if (end == kNone || end == 0) return {};
    const std::string_view name = bytes_.substr(at_, end);
    at_ += end + 1;
    const bool numeric = name[0] == '#';
    const bool good = numeric || (begins_name(name[0]) && std::all_of(name.begin(), name.end(), is_name_byte));
    return good ? name : std::string_view{};
  }

  bool add_reference(std::string_view name) {
    if (name[0] == '#') {
      const std::string character = numeric_reference(name);
      if (collecting_ && muted_ == 0) add_decoded(character);
      return !character.empty();
    }
    const std::string_view known = xml_entity(name);
    if (known.empty() && standalone_) return false;
    if (!known.empty()) {
      if (muted_ == 0) add_decoded(known);
    } else if (muted_ == 0) {
      add_decoded(html_entity(name));
    }
    return true;
  }

  void add_text(std::string_view run) {
    if (!collecting_ || muted_ > 0 || run.empty()) return;
    if (text_size_ > 0 || text_decoded_) return add_decoded(run);
    text_at_ = static_cast<std::size_t>(run.data() - bytes_.data());
    text_size_ = run.size();
  }

  void add_decoded(std::string_view run) {
    if (!collecting_) return;
    if (!text_decoded_) {
      const std::size_t begin = out_.decoded.size();
      out_.decoded += bytes_.substr(text_at_, text_size_);
      text_at_ = begin;
      text_decoded_ = true;
    }
    out_.decoded += run;
    text_size_ = out_.decoded.size() - text_at_;
  }

  /// At a '<'.
  bool markup() {
    tag_at_ = at_++;
    switch (now()) {
      case '/':
        ++at_;
        return end_tag();
      case '!':
        ++at_;
        return take_if("--") ? comment() : doctype();
      case '?':
        ++at_;
        return instruction();
      default:
        return start_tag();
    }
  }

  bool comment() {
    const std::size_t end = bytes_.find("--", at_);
    if (end == kNone) return false;
    at_ = end + 2;
    skip_references();
    return take_if(">");
  }

  bool instruction() {
    const std::string_view target = name();
    const bool declares = target.size() == 3 && to_lower(target) == "xml";
    if (target.empty() || declares || !(is_blank(now()) || rest().starts_with("?>"))) return false;
    const std::size_t end = bytes_.find("?>", at_);
    if (end == kNone) return false;
    at_ = end + 2;
    skip_references();
    return true;
  }

  /// What looks like a reference before at_ was none.
  void skip_references() {
    if (next_reference_ < at_) next_reference_ = bytes_.find('&', at_);
  }

  /// <?xml version="1.0" encoding="UTF-8" standalone="yes"?> or less.
  bool declaration() {
    at_ += std::string_view("<?xml").size();
    if (!attributes() || !take_if("?>") || !out_.values.empty()) return false;  // values: no references here
    const std::vector<XmlAttribute>& said = attributes_;
    std::size_t i = 0;
    if (i == said.size() || said[i].name != "version" || said[i++].value != "1.0") return false;
    if (i < said.size() && said[i].name == "encoding")
      if (said[i].value.empty() || !reads_as_utf8(kind_, said[i++].value)) return false;
    if (i < said.size() && said[i].name == "standalone" && (said[i].value == "yes" || said[i].value == "no"))
      standalone_ = said[i++].value == "yes";
    return i == said.size();
  }

  /// The quoted text that stands here, without its quotes.
  std::optional<std::string_view> literal() {
    const char quote = now();
    if (quote != '"' && quote != '\'') return std::nullopt;
    const std::size_t begin = at_ + 1;
    const std::size_t end = bytes_.find(quote, begin);
    if (end == kNone) return std::nullopt;
    at_ = end + 1;
    return bytes_.substr(begin, end - begin);
  }

  /// A DOCTYPE without an internal subset; what it names is never fetched.
  bool doctype() {
    if (part_ == XmlPart::kFragment || rooted_ || declared_) return false;
    declared_ = true;
    if (!take_if("DOCTYPE") || !skip_blanks() || name().empty()) return false;
    if (skip_blanks() && now() != '>' && !external_id()) return false;
    skip_blanks();
    skip_references();
    return take_if(">");
  }

  bool external_id() {
    if (take_if("PUBLIC")) {
      if (!skip_blanks()) return false;
      const auto id = literal();
      if (!id || !std::all_of(id->begin(), id->end(), is_public_id_byte)) return false;
    } else if (!take_if("SYSTEM")) {
      return false;
    }
    return skip_blanks() && literal().has_value();
  }

  bool start_tag() {
    if (open_.size() >= kMaxDepth || is_full()) return false;
    if (open_.empty() && part_ != XmlPart::kFragment && rooted_) return false;
    rooted_ = true;
    const std::string_view tag = name();
    if (tag.empty()) return false;
    if (now() == '>')
      attributes_.clear();
    else if (!attributes())
      return false;
    const bool closed = take_if("/");
    if (!take_if(">")) return false;
    begin_element(tag);
    if (closed) end_element();
    return true;
  }

  [[nodiscard]] bool is_full() const {
    return std::max({out_.events.size(), out_.attributes.size(), out_.values.size()}) >= kMaxKept;
  }

  bool end_tag() {
    if (open_.empty() || !take_if(open_.back().name)) return false;
    skip_blanks();
    if (!take_if(">")) return false;
    end_element();
    return true;
  }

  void begin_element(std::string_view tag) {
    const int above = open_.empty() ? XmlPaths::kRoot : open_.back().node;
    if (above == XmlPaths::kSkip && !collecting_) return open_.push_back({tag, XmlPaths::kSkip});
    const std::string_view local = tag.substr(tag.find(':') + 1);
    const int node = paths_.step(above, local);
    open_.push_back({tag, node});
    if (collecting_) {
      if (muted_ > 0 || XmlPaths::mutes(node, local)) ++muted_;
      if (muted_ == 0 && paths_.begins_part(node, local)) add_decoded({&kXmlPart, 1});
    }
    if (node <= XmlPaths::kRoot) return;
    const XmlPaths::Node& place = paths_.node(node);
    if (place.leaf()) begin_text();
    if (place.field < 0) return;
    out_.events.push_back({tag_at_, static_cast<std::uint32_t>(attributes_.size()),
                           static_cast<std::uint32_t>(out_.attributes.size()), place.field, true, false});
    out_.attributes.insert(out_.attributes.end(), attributes_.begin(), attributes_.end());
  }

  void end_element() {
    const int node = open_.back().node;
    open_.pop_back();
    if (muted_ > 0) --muted_;
    if (node <= XmlPaths::kRoot) return;
    const XmlPaths::Node& place = paths_.node(node);
    const bool leaf = place.leaf();
    if (place.field >= 0)
      out_.events.push_back({leaf ? text_at_ : 0, leaf ? static_cast<std::uint32_t>(text_size_) : 0, 0, place.field,
                             false, leaf && text_decoded_});
    if (leaf) collecting_ = false;
  }

  /// Nothing below a leaf is wanted, so that one text is open at most.
  void begin_text() {
    collecting_ = true;
    text_decoded_ = false;
    text_at_ = text_size_ = 0;
  }

  /// Those of a tag, whose name is read; afterwards at what ends it.
  bool attributes() {
    attributes_.clear();
    while (skip_blanks() && begins_name(now())) {
      const std::string_view key = name();
      skip_blanks();
      if (!take_if("=")) return false;
      skip_blanks();
      if (attributes_.size() == kMaxAttributes || is_repeated(key)) return false;
      const auto value = attribute_value();
      if (!value) return false;
      attributes_.push_back({key, *value});
    }
    return true;
  }

  [[nodiscard]] bool is_repeated(std::string_view key) const {
    return std::any_of(attributes_.begin(), attributes_.end(), [&](const XmlAttribute& a) { return a.name == key; });
  }

  std::optional<std::string_view> attribute_value() {
    const char quote = now();
    if (quote != '"' && quote != '\'') return std::nullopt;
    const std::size_t begin = ++at_;
    bool as_is = true;
    for (;; ++at_) {
      const char c = now();  // a NUL at the end, which kind_of() does not let in elsewhere
      if (c == quote) break;
      if (c == '<' || c == '\0') return std::nullopt;
      as_is = as_is && c != '&' && c != '\n' && c != '\t';
    }
    const std::size_t end = at_++;
    const std::string_view value = bytes_.substr(begin, end - begin);
    return as_is ? value : normalised(begin, end);
  }

  /// The attribute value between two offsets as XML 1.0, section 3.3.3, gives it.
  std::optional<std::string_view> normalised(std::size_t begin, std::size_t end) {
    std::string value;
    at_ = begin;
    while (at_ < end) {
      const char c = bytes_[at_++];
      if (c != '&') {
        value += is_blank(c) ? ' ' : c;
        continue;
      }
      const std::string_view name = reference();
      if (name.empty() || at_ > end) return std::nullopt;
      const std::string character = name[0] == '#' ? numeric_reference(name) : std::string(xml_entity(name));
      if (character.empty()) return std::nullopt;
      value += character;
    }
    at_ = end + 1;
    return out_.values.emplace_back(std::move(value));
  }

  std::string_view bytes_;
  XmlPart part_;
  const XmlPaths& paths_;
  XmlEvents out_;
  std::vector<Open> open_;
  std::vector<XmlAttribute> attributes_;  ///< of the tag at hand
  std::size_t at_ = 0;
  std::size_t tag_at_ = 0;
  std::size_t next_reference_ = kNone;  ///< the first '&' at or behind at_
  std::size_t text_at_ = 0;             ///< of the open leaf, in bytes_ or out_.decoded
  std::size_t text_size_ = 0;
  bool text_decoded_ = false;
  Bytes kind_ = Bytes::kOther;
  bool collecting_ = false;  ///< a leaf is open
  bool standalone_ = false;  ///< it is said that no entity is declared elsewhere
  bool rooted_ = false;      ///< an element has begun
  bool declared_ = false;    ///< a DOCTYPE was read
  int muted_ = 0;            ///< open elements from one on that is no text
};

}  // namespace

std::optional<XmlEvents> scan_xml(std::string_view bytes, XmlPart part, const XmlPaths& paths,
                                  std::string_view encoding) {
  Scanner scanner(bytes, part, paths);
  if (!scanner.run(encoding)) return std::nullopt;
  return scanner.take();
}

}  // namespace scholargraph
