// SPDX-License-Identifier: Apache-2.0
// Tables filled without SQLite, read back and checked by SQLite.
#include "catch.h"
#include "store/sqlite.h"
#include "store/store_file.h"
#include "support/temp_folder.h"

namespace scholargraph {
namespace {

/// A database with the empty tables `plain` (v, t) and `numbered` (n INTEGER PRIMARY KEY, t).
class Filled {
 public:
  template <class Fill>
  explicit Filled(Fill fill) {
    {
      Database database(path_, "made.db", OpenMode::kBulkWrite);
      database.run("CREATE TABLE plain (v, t TEXT); CREATE TABLE numbered (n INTEGER PRIMARY KEY, r REAL)");
      database.close();
    }
    StoreFile file(path_, "made.db");
    TableFile plain = file.table("plain");
    TableFile numbered = file.numbered_table("numbered");
    RecordBatch plain_rows(false);
    RecordBatch numbered_rows(true);
    fill(plain_rows, numbered_rows);
    plain.append(plain_rows);
    numbered.append(numbered_rows);
    plain.finish();
    numbered.finish();
    file.finish();
  }

  std::string text(const std::string& sql) const {
    Database database(path_, "made.db", OpenMode::kRead);
    Statement row(database, sql);
    return row.step() ? std::string(row.text(0)) : std::string("no row");
  }

 private:
  TempFolder folder_;
  std::filesystem::path path_ = folder_.path() / "made.db";
};

TEST_CASE("empty tables stay empty") {
  const Filled filled([](RecordBatch&, RecordBatch&) {});
  CHECK(filled.text("PRAGMA integrity_check") == "ok");
  CHECK(filled.text("SELECT count(*) FROM plain") == "0");
}

TEST_CASE("numbers of every width come back") {
  const Filled filled([](RecordBatch& plain, RecordBatch& numbered) {
    for (int bits = 0; bits < 63; ++bits)
      for (const std::int64_t sign : {1, -1})
        for (const std::int64_t off : {-1, 0})
          plain.bind(0, sign * ((std::int64_t{1} << bits) + off)).bind(1, std::to_string(sign * ((std::int64_t{1} << bits) + off))).insert();
    plain.bind_number_or_null(0, 0).bind_text_or_null(1, "").insert();
    std::int64_t number = 0;
    for (const double value : {0.5, -2.0, 1e300, 1.0, 0.0, 1e12}) numbered.bind(0, number += 7).bind(1, value).insert();
  });
  CHECK(filled.text("PRAGMA integrity_check") == "ok");
  CHECK(filled.text("SELECT count(*) FROM plain WHERE CAST(v AS TEXT) = t") == "252");
  CHECK(filled.text("SELECT count(*) FROM plain WHERE v IS NULL AND t IS NULL") == "1");
  CHECK(filled.text("SELECT group_concat(n || '=' || r, ' ') FROM (SELECT * FROM numbered ORDER BY n)") ==
        "7=0.5 14=-2.0 21=1.0e+300 28=1.0 35=0.0 42=1000000000000.0");
}

TEST_CASE("text of every length comes back, with overflow pages") {
  const Filled filled([](RecordBatch& plain, RecordBatch&) {
    std::size_t size = 0;
    for (int i = 0; i < 250; ++i, size = size * 103 / 100 + 7)
      plain.bind(0, static_cast<std::int64_t>(size)).bind(1, std::string(size, static_cast<char>('a' + i % 26))).insert();
  });
  CHECK(filled.text("PRAGMA integrity_check") == "ok");
  CHECK(filled.text("SELECT count(*) FROM plain WHERE length(t) = v AND t = replace(hex(zeroblob(v)), '00', substr(t, 1, "
                    "1))") == "250");
}

TEST_CASE("a table of several levels keeps its order") {
  const Filled filled([](RecordBatch& plain, RecordBatch& numbered) {
    const std::string filler(3000, 'x');
    for (std::int64_t i = 1; i <= 20000; ++i) {
      plain.bind(0, i).bind(1, filler).insert();
      numbered.bind(0, i * 3).bind(1, i % 2 == 0 ? 0.25 : 1.0).insert();
    }
  });
  CHECK(filled.text("PRAGMA integrity_check") == "ok");
  CHECK(filled.text("SELECT count(*) FROM plain WHERE v = rowid AND length(t) = 3000") == "20000");
  CHECK(filled.text("SELECT v FROM plain WHERE rowid = 12345") == "12345");
  CHECK(filled.text("SELECT r FROM numbered WHERE n = 30000") == "0.25");
}

}  // namespace
}  // namespace scholargraph
