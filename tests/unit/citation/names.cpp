// SPDX-License-Identifier: Apache-2.0
// Names of people: cleaning, splitting, lists, likelihood and compatibility. All people are invented.
#include "extract/cv/names.h"

#include "base/text.h"
#include "catch.h"

using namespace scholargraph;

namespace {

struct Row {
  const char* text;
  const char* expected;
};

constexpr Row kClean[] = {
    {"Prof. Dr. Anna Müller", "Anna Müller"},
    {"Anna Müller, PhD", "Anna Müller"},
    {"Anna Müller*", "Anna Müller"},
    {"Anna Müller†‡", "Anna Müller"},
    {"Anna Müller1,2", "Anna Müller"},
    {"Anna Müller¹²", "Anna Müller"},
    {"**Anna Müller**,", "Anna Müller"},
    {"with Anna Müller", "Anna Müller"},
    {"and A. Müller.", "A. Müller"},
    {"Müller A.", "Müller A."},
    {"Müller, A.,", "Müller, A."},
    {"John Smith Jr.", "John Smith Jr."},
    {"Li Wei (李伟)", "Li Wei"},
    {"& R. Stone", "R. Stone"},
    {"R. Stone#", "R. Stone"},
    {"Dr. R. Stone", "R. Stone"},
    {"D. Stone", "D. Stone"},
    {"M.R. Stone", "M.R. Stone"},
};

constexpr Row kLists[] = {
    {"Tong Wang and Nan Li", "Tong Wang|Nan Li"},
    {"A. Stone, Z. Hill, H. Brook", "A. Stone|Z. Hill|H. Brook"},
    {"A. Stone, Z. Hill, and H. Brook", "A. Stone|Z. Hill|H. Brook"},
    {"Smith J, Doe AB, et al.", "Smith J|Doe AB"},
    {"Zhang, T., & Jiang, N.", "Zhang, T.|Jiang, N."},
    {"Hill, C. S. C., Petrova, M. A. & Bonn, I. A.", "Hill, C. S. C.|Petrova, M. A.|Bonn, I. A."},
    {"Wesley H. Hill, MD MPH, Dana Lind, PhD, Stephan Stone, MD, MPH, and Michael J. Brook",
     "Wesley H. Hill|Dana Lind|Stephan Stone|Michael J. Brook"},
    {"S. Cook, K. Wheeler-Martin, S. Gutberg. E. Brook, S. M. Stone", "S. Cook|K. Wheeler-Martin|S. Gutberg|E. Brook|S. M. Stone"},
    {"Hill, N., Stone, R., Lind, M. Anna, & Brook, M. C.", "Hill, N.|Stone, R.|Lind, M. Anna|Brook, M. C."},
    {"Hill, MS, Stone, MA, Brook, DO", "Hill, MS|Stone, MA|Brook, DO"},
    {"Rant, Aarne and Lind, Inari", "Rant, Aarne|Lind, Inari"},
    {"Rant, Aarne and Lind, Inari and Wong, Meng Weng", "Rant, Aarne|Lind, Inari|Wong, Meng Weng"},
    {"Lind, Inari", "Lind, Inari"},
    {"Harris, D. J., K. G. Stone, and P. J. Hill", "Harris, D. J.|K. G. Stone|P. J. Hill"},
    {"Pruitt JN, S. E. Riecher, and D. J. Harris", "Pruitt JN|S. E. Riecher|D. J. Harris"},
    {"DJ Harris", "DJ Harris"},
    {"Stone, R.; Hill, A. B.; Brook, C.", "Stone, R.|Hill, A. B.|Brook, C."},
    {"Ludwig van der Berg, Anna de la Cruz", "Ludwig van der Berg|Anna de la Cruz"},
    {"van der Berg, L., de la Cruz, A.", "van der Berg, L.|de la Cruz, A."},
    {"Wei Li*, Hua Chen*, Tong Wang†", "Wei Li|Hua Chen|Tong Wang"},
    {"R. Stone und A. Hügel", "R. Stone|A. Hügel"},
    {"R. Stone et A. Colline", "R. Stone|A. Colline"},
    {"R. Stone y A. Colina", "R. Stone|A. Colina"},
    {"张伟, 王芳", "张伟|王芳"},
    {"张伟、王芳和李娜", "张伟|王芳|李娜"},
    {"김철수, 이영희", "김철수|이영희"},
    {"SMITH J, DOE AB", "SMITH J|DOE AB"},
    {"Jean-Pierre Mont, J.-P. Mont", "Jean-Pierre Mont|J.-P. Mont"},
    {"with Katherine Hill", "Katherine Hill"},
    {"Wilfried Brook & Craig Stone", "Wilfried Brook|Craig Stone"},
    {"Stone, R., Jr., Hill, A.", "Stone, R., Jr.|Hill, A."},
    {"Anna Hill, Bo Brook, …", "Anna Hill|Bo Brook"},
    {"Stone, R., Hill, A., … Brook, C.", "Stone, R.|Hill, A.|Brook, C."},
    {"Stone, R., Hill, A., ... Brook, C.", "Stone, R.|Hill, A.|Brook, C."},
    {"Anna Hill, Bo Brook, etc.", "Anna Hill|Bo Brook"},
    {"Anna Hill (graduate student, now elsewhere), Bo Brook", "Anna Hill|Bo Brook"},
    {"Anna Hill; Ryan A Stone, Peter Brook, Maria Lind; Bo Brook",
     "Anna Hill|Ryan A Stone|Peter Brook|Maria Lind|Bo Brook"},
    {"Stone, R. Hill, A. B., Brook, C.", "Stone, R.|Hill, A. B.|Brook, C."},
    {"Stone, R.; Hill, Anna; Brook, C.", "Stone, R.|Hill, Anna|Brook, C."},
};

constexpr const char* kNames[] = {
    "Kornelius Van Den Drift",
    "Peter Van Der Vent",
    "Anna Müller", "A. Müller",           "Müller, A.",         "Müller A",   "Müller AB", "Larry D. Stone",
    "Wei Li",      "Ludwig van der Berg", "Jean-Pierre Mont",   "J.-P. Mont", "张伟",      "김철수",
    "V. M Patel",  "O'Brien, K.",         "Leonard K. M. Hill", "ANNA MÜLLER"};
constexpr const char* kNoNames[] = {"Machine Learning",
                                    "University of Somewhere",
                                    "Proceedings of the Conference",
                                    "ICML 2022",
                                    "On the convergence",
                                    "deep networks",
                                    "",
                                    "2019",
                                    "pp. 12"};

struct Pair {
  const char* a;
  const char* b;
};

constexpr Pair kSame[] = {
    {"A. Xu", "An Xu"},
    {"An Xu", "Xu, An"},
    {"Xu An", "An Xu"},
    {"Müller, J.", "Jörg Muller"},
    {"Larry Stone", "Larry D. Stone"},
    {"DJ Harris", "David J. Harris"},
    {"Harris, D. J.", "DJ Harris"},
    {"Harris DJ", "D. Harris"},
    {"Jean-Pierre Mont", "J.-P. Mont"},
    {"J. Mont", "Jean-Pierre Mont"},
    {"L. van der Berg", "Ludwig van der Berg"},
    {"Berg, L.", "Ludwig van der Berg"},
    {"张伟", "张伟"},
    {"Xiao-Peng Li", "Xiaopeng Li"},
    {"John Smith Jr.", "John Smith"},
    {"Prof. John Smith", "John Smith"},
    {"O'Brien, K.", "Kate OBrien"},
};
constexpr Pair kDifferent[] = {
    {"H. Huang", "Y. Huang"},
    {"An Xu", "Bo Xu"},
    {"An Xu", "An Xue"},
    {"Xu", "An Xu"},
    {"John A. Smith", "John B. Smith"},
    {"Anna Hill", "Andrea Hill"},
    {"张伟", "张伟伟"},
    {"", "An Xu"},
    {"Smith", "Jones"},
};

}  // namespace

TEST_CASE("names are cleaned", "[names]") {
  for (const auto& row : kClean) {
    INFO(row.text);
    CHECK(clean_name(row.text) == row.expected);
  }
}

TEST_CASE("name lists are split", "[names]") {
  for (const auto& row : kLists) {
    INFO(row.text);
    const auto list = parse_name_list(row.text);
    CHECK(join(list.names, "|") == row.expected);
    CHECK(list.whole);
  }
  CHECK(parse_name_list("Smith J, Doe AB, et al.").et_al);
  CHECK_FALSE(parse_name_list("Smith J, Doe AB").et_al);
  CHECK(parse_name_list("A general method for learning, with proofs").names.empty());
}

TEST_CASE("names score above other phrases", "[names]") {
  for (const char* name : kNames) {
    INFO(name);
    CHECK(name_score(name) >= 0.6);
  }
  for (const char* text : kNoNames) {
    INFO(text);
    CHECK(name_score(text) < 0.3);
  }
}

TEST_CASE("names are compatible or not", "[names]") {
  for (const auto& pair : kSame) {
    INFO(pair.a << " ~ " << pair.b);
    CHECK(names_compatible(pair.a, pair.b));
    CHECK(names_compatible(pair.b, pair.a));
  }
  for (const auto& pair : kDifferent) {
    INFO(pair.a << " !~ " << pair.b);
    CHECK_FALSE(names_compatible(pair.a, pair.b));
    CHECK_FALSE(names_compatible(pair.b, pair.a));
  }
}

TEST_CASE("names are split into parts", "[names]") {
  CHECK(split_name("Zhang, T.").family == "Zhang");
  CHECK(split_name("Zhang, T.").given == "T.");
  CHECK(split_name("Smith JA").family == "Smith");
  CHECK(split_name("Smith JA").given == "JA");
  CHECK(split_name("Ludwig van der Berg").family == "van der Berg");
  CHECK(split_name("Ludwig van der Berg").given == "Ludwig");
  CHECK(split_name("DJ Harris").family == "Harris");
  CHECK(split_name("张伟").family == "张");
  CHECK(split_name("张伟").given == "伟");
  CHECK(split_name("Smith J. A.").given == "J. A.");
}
