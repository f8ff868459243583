// SPDX-License-Identifier: Apache-2.0
// SQLite behind two small owners. Only store/*.cpp includes this.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace scholargraph {

enum class OpenMode { kRead, kBulkWrite };

/// An open database file. Failures throw Error: kNothingReadable when it was opened for reading, kOutputFailed when
/// for writing, with `name` as the file in the message.
class Database {
 public:
  /// kBulkWrite: no journal, no locks, no syncs: the caller syncs and renames the file.
  Database(const std::filesystem::path& file, const std::string& name, OpenMode mode);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  void run(const std::string& sql);
  [[nodiscard]] std::int64_t number(const std::string& sql);  ///< first column of the first row
  void close();
  [[noreturn]] void fail() const;
  [[nodiscard]] sqlite3* handle() const { return handle_; }

 private:
  sqlite3* handle_ = nullptr;
  std::string name_;
  OpenMode mode_;
};

/// A prepared statement. Parameters and columns count from 0. Bound text must live until the next step().
class Statement {
 public:
  Statement(Database& database, const std::string& sql);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  Statement& bind(int index, std::string_view value);
  Statement& bind(int index, std::int64_t value);
  Statement& bind(int index, double value);
  Statement& bind_null(int index);
  Statement& bind_text_or_null(int index, std::string_view value);  ///< empty becomes NULL
  Statement& bind_number_or_null(int index, std::int64_t value);    ///< 0 becomes NULL
  bool step();                                                      ///< true: a row is there
  void insert();                                                    ///< step() and reset()
  void reset();

  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] bool is_integer(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string_view text(int column) const;  ///< until the next step() or reset()

 private:
  Database& database_;
  sqlite3_stmt* statement_ = nullptr;
};

}  // namespace scholargraph
