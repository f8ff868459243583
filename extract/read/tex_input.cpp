// SPDX-License-Identifier: Apache-2.0
#include "extract/read/tex_input.h"

#include <algorithm>
#include <cctype>

namespace scholargraph {

namespace {

constexpr std::size_t kMaxFrames = 200;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '@'; }

/// "%28" inside an address, which is no comment.
bool is_address_escape(std::string_view text, std::size_t pos) {
  if (pos == 0 || pos + 2 >= text.size() || std::isspace(static_cast<unsigned char>(text[pos - 1]))) return false;
  const auto hex = [&](std::size_t at) { return std::isxdigit(static_cast<unsigned char>(text[at])) != 0; };
  return hex(pos + 1) && hex(pos + 2) && text[pos - 1] != '}' && text[pos - 1] != '{';
}

/// Past blanks, single line ends, marks and comments.
std::size_t skip_filler(std::string_view text, std::size_t pos) {
  int line_ends = 0;
  while (pos < text.size()) {
    const char c = text[pos];
    if (c == '\n' && ++line_ends > 1) return pos;
    if (c == ' ' || c == '\t' || c == '\n') {
      ++pos;
    } else if (c == TexInput::kLineMark) {
      pos = std::min(text.find(TexInput::kLineMarkEnd, pos), text.size() - 1) + 1;
    } else if (c == '%') {
      pos = std::min(text.find('\n', pos), text.size() - 1) + 1;
      line_ends = 0;
    } else {
      return pos;
    }
  }
  return pos;
}

void append_mark(std::string& out, int line) { out += line_mark(line); }

}  // namespace

TexInput::TexInput(std::string_view source, int first_line, std::size_t work_limit)
    : source_(source), work_(work_limit) {
  frames_.push_back({{}, 0, first_line});
}

std::string_view TexInput::text(const Frame& frame) const { return &frame == &frames_.front() ? source_ : frame.own; }

void TexInput::settle() {
  while (true) {
    Frame& frame = frames_.back();
    const auto content = text(frame);
    if (frame.pos >= content.size()) {
      if (frames_.size() == 1) return;
      frames_.pop_back();
      continue;
    }
    if (content[frame.pos] != kLineMark || frames_.size() == 1) return;
    int line = 0;
    for (++frame.pos; frame.pos < content.size() && content[frame.pos] != kLineMarkEnd; ++frame.pos)
      line = line * 10 + (content[frame.pos] - '0');
    ++frame.pos;
    frame.line = line;
  }
}

bool TexInput::at_end() {
  settle();
  return frames_.size() == 1 && frames_[0].pos >= source_.size();
}

char TexInput::peek() { return at_end() ? '\0' : text(frames_.back())[frames_.back().pos]; }

char TexInput::get() {
  if (at_end()) return '\0';
  Frame& frame = frames_.back();
  const char c = text(frame)[frame.pos++];
  if (c == '\n' && frames_.size() == 1) ++frame.line;
  return c;
}

bool TexInput::looking_at(std::string_view wanted) {
  settle();
  return text(frames_.back()).substr(frames_.back().pos, wanted.size()) == wanted;
}

bool TexInput::line_has(std::string_view wanted) {
  settle();
  const auto rest = text(frames_.back()).substr(frames_.back().pos);
  return rest.substr(0, rest.find('\n')).find(wanted) != rest.npos;
}

bool TexInput::push(std::string pushed) {
  if (pushed.empty()) return true;
  settle();
  if (pushed.size() + 16 > work_ || frames_.size() >= kMaxFrames) {
    work_ = 0;
    return false;
  }
  work_ -= pushed.size() + 16;
  frames_.push_back({std::move(pushed), 0, line()});
  return true;
}

bool TexInput::skip_to(char wanted) {
  settle();
  Frame& frame = frames_.back();
  const auto content = text(frame);
  const std::size_t pos = skip_filler(content, frame.pos);
  if (pos >= content.size() || content[pos] != wanted) return false;
  while (frame.pos < pos) {
    settle();
    if (frame.pos < pos) get();
  }
  get();
  return true;
}

void TexInput::skip_blanks() {
  int line_ends = 0;
  while (!at_end()) {
    const char c = peek();
    if (c != ' ' && c != '\t' && c != '\n') return;
    if (c == '\n') {
      const auto content = text(frames_.back());
      const std::size_t next = content.find_first_not_of(" \t", frames_.back().pos + 1);
      if (++line_ends > 1 || (next != content.npos && content[next] == '\n')) return;
    }
    get();
  }
}

void TexInput::skip_line() {
  while (!at_end())
    if (get() == '\n') return;
}

std::size_t TexInput::skip_group(std::string_view text, std::size_t pos) {
  int depth = 0;
  for (; pos < text.size(); ++pos) {
    const char c = text[pos];
    if (c == '\\') {
      ++pos;
    } else if (c == '%' && !is_address_escape(text, pos)) {
      pos = std::min(text.find('\n', pos), text.size());
    } else if (c == '{') {
      ++depth;
    } else if (c == '}' && --depth == 0) {
      return pos + 1;
    }
  }
  return text.npos;
}

std::string_view TexInput::peek_group(std::size_t limit) {
  settle();
  const auto rest = text(frames_.back()).substr(frames_.back().pos, limit + 2);
  if (rest.empty() || rest[0] != '{') return {};
  const std::size_t end = rest.find_first_of("{}", 1);
  return end == rest.npos || rest[end] == '{' ? std::string_view() : rest.substr(1, end - 1);
}

int TexInput::count_groups() {
  settle();
  const auto content = text(frames_.back());
  const std::size_t begin = frames_.back().pos;
  std::size_t pos = begin;
  int count = 0;
  while (count < 9) {
    const std::size_t open = skip_filler(content, pos);
    if (open >= content.size() || content[open] != '{') break;
    const std::size_t end = skip_group(content.substr(0, std::min(content.size(), open + work_)), open);
    if (end == content.npos) break;
    pos = end;
    ++count;
  }
  const std::size_t cost = (pos - begin) / 4;
  work_ -= std::min(work_, cost);
  return work_ == 0 ? 0 : count;
}

std::string TexInput::read_name() {
  std::string name;
  if (at_end()) return name;
  if (!is_letter(peek())) {
    name += get();
    while (!at_end() && (static_cast<unsigned char>(peek()) & 0xC0) == 0x80) name += get();
    return name;
  }
  Frame& frame = frames_.back();
  const auto content = text(frame);  // a name ends where its text ends
  while (frame.pos < content.size() && is_letter(content[frame.pos])) name += content[frame.pos++];
  if (frame.pos < content.size()) skip_blanks();
  return name;
}

std::string TexInput::read_balanced(char open, char close) {
  std::string out;
  append_mark(out, line());
  int last_line = line();
  int depth = 1;
  int braces = 0;
  while (!at_end()) {
    const char c = get();
    if (line() != last_line && c != '\n') append_mark(out, last_line = line());
    if (c == '\\') {
      out += c;
      if (!at_end()) out += get();
      continue;
    }
    if (c == '%' && !is_address_escape(text(frames_.back()), frames_.back().pos - 1)) {
      skip_line();
      while (peek() == ' ' || peek() == '\t') get();
      if (peek() == '\n') out += '\n';
      continue;
    }
    if (c == '{' && open != '{') ++braces;
    if (c == '}' && open != '{' && --braces < 0) break;
    if (c == open && braces == 0) ++depth;
    if (c == close && braces == 0 && --depth == 0) break;
    out += c;
  }
  return out;
}

std::string TexInput::read_group() { return read_balanced('{', '}'); }

std::string TexInput::read_argument() {
  if (skip_to('{')) return read_group();
  skip_blanks();
  const char c = get();
  if (c == '\0') return {};
  std::string out(1, c);
  if (c == '\\') return out + read_name();
  while (!at_end() && (static_cast<unsigned char>(peek()) & 0xC0) == 0x80) out += get();
  return out;
}

std::optional<std::string> TexInput::read_optional() {
  if (!skip_to('[')) return std::nullopt;
  return read_balanced('[', ']');
}

std::string TexInput::read_until(std::string_view end) {
  settle();
  Frame& frame = frames_.back();
  const auto content = text(frame);
  const std::size_t stop = content.find(end, frame.pos);
  std::string out(content.substr(frame.pos, stop == content.npos ? content.npos : stop - frame.pos));
  if (frames_.size() == 1) frame.line += static_cast<int>(std::count(out.begin(), out.end(), '\n'));
  frame.pos = stop == content.npos ? content.size() : stop + end.size();
  return out;
}

std::string line_mark(int line) { return TexInput::kLineMark + std::to_string(line) + TexInput::kLineMarkEnd; }

std::string without_line_marks(std::string_view text) {
  std::string out;
  for (std::size_t pos = 0; pos < text.size(); ++pos) {
    if (text[pos] == TexInput::kLineMark)
      pos = std::min(text.find(TexInput::kLineMarkEnd, pos), text.size());
    else
      out += text[pos];
  }
  return out;
}

}  // namespace scholargraph
