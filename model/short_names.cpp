// SPDX-License-Identifier: Apache-2.0
#include "model/short_names.h"

#include <algorithm>
#include <array>
#include <utility>

namespace scholargraph {

namespace {

struct ShortName {
  std::string_view name;
  std::string_view stands_for;  ///< with a blank around each
};

/// Sorted by name.
constexpr std::array kShortNames = {
    ShortName{"abe", " abraham abram "},
    ShortName{"al", " alan albert alexander alfred allan allen "},
    ShortName{"alex", " aleksandar aleksander aleksandr alejandro alessandro alexander alexandra alexandre alexandros alexandru alexei alexey alexis "},
    ShortName{"andy", " anders andre andrea andreas andrew "},
    ShortName{"barb", " barbara "},
    ShortName{"ben", " benedict benedikt benjamin benoit "},
    ShortName{"bernie", " bernard bernhard "},
    ShortName{"brad", " bradford bradley "},
    ShortName{"cathy", " catharine catherine "},
    ShortName{"charlie", " charles charlotte "},
    ShortName{"chris", " christian christiane christina christine christoph christophe christopher christos "},
    ShortName{"cindy", " cynthia "},
    ShortName{"cliff", " clifford "},
    ShortName{"dan", " daniel daniela daniele danielle "},
    ShortName{"danny", " daniel "},
    ShortName{"dave", " david "},
    ShortName{"deb", " deborah debra "},
    ShortName{"debbie", " deborah debra "},
    ShortName{"don", " donald "},
    ShortName{"doug", " douglas "},
    ShortName{"ed", " edgar edmund eduard eduardo edward edwin "},
    ShortName{"eddie", " edward edwin "},
    ShortName{"edu", " eduardo "},
    ShortName{"fred", " fredric frederic frederick fredrik friedrich "},
    ShortName{"gabe", " gabriel "},
    ShortName{"geoff", " geoffrey "},
    ShortName{"gerry", " gerald gerard "},
    ShortName{"greg", " gregoire gregor gregory "},
    ShortName{"hal", " harold henry "},
    ShortName{"hank", " hendrik henry "},
    ShortName{"harry", " harold henry "},
    ShortName{"jack", " jackson jacob john "},
    ShortName{"jake", " jacob jakob "},
    ShortName{"jeff", " jefferson jeffery jeffrey "},
    ShortName{"jen", " jennifer "},
    ShortName{"jenny", " jennifer "},
    ShortName{"jerry", " jerald jeremiah jeremy jerome "},
    ShortName{"jim", " james "},
    ShortName{"jimmy", " james "},
    ShortName{"joe", " joel joseph josef "},
    ShortName{"joey", " joseph "},
    ShortName{"johnny", " john jonathan "},
    ShortName{"jon", " jonas jonathan jonathon "},
    ShortName{"josh", " joshua "},
    ShortName{"kate", " katarina katharina katharine katherine kathryn "},
    ShortName{"kathy", " katharine katherine kathleen kathryn "},
    ShortName{"katie", " katharine katherine kathleen kathryn "},
    ShortName{"ken", " kenneth "},
    ShortName{"kim", " kimberly kimberley "},
    ShortName{"larry", " laurence lawrence "},
    ShortName{"len", " leonard "},
    ShortName{"leo", " leon leonard leonardo leonid leopold "},
    ShortName{"lou", " louis louise "},
    ShortName{"luke", " lucas lukas "},
    ShortName{"maggie", " margaret "},
    ShortName{"manny", " manuel "},
    ShortName{"marty", " martin "},
    ShortName{"matt", " matteo mathew matthew matthias matthieu "},
    ShortName{"max", " maxim maxime maximilian maxwell "},
    ShortName{"meg", " margaret megan "},
    ShortName{"mick", " michael "},
    ShortName{"mickey", " michael "},
    ShortName{"mike", " michael michail michal mikael mikhail "},
    ShortName{"mitch", " mitchell "},
    ShortName{"nat", " natalie natasha nathan nathaniel "},
    ShortName{"nate", " nathan nathaniel "},
    ShortName{"nick", " nicholas nicola nicolas nikolai nikolaos nikolas "},
    ShortName{"nico", " nicolas nicola nikolaos "},
    ShortName{"norm", " norman "},
    ShortName{"ollie", " oliver "},
    ShortName{"pam", " pamela "},
    ShortName{"pat", " patricia patrick "},
    ShortName{"pete", " peter "},
    ShortName{"phil", " philip philipp philippe phillip "},
    ShortName{"ray", " raimund raymond "},
    ShortName{"reg", " reginald "},
    ShortName{"rich", " richard "},
    ShortName{"rick", " richard ricardo "},
    ShortName{"rob", " robert roberto robin "},
    ShortName{"robbie", " robert "},
    ShortName{"rod", " roderick rodney rodrigo "},
    ShortName{"ron", " ronald "},
    ShortName{"russ", " russell "},
    ShortName{"sam", " samantha samuel samuele "},
    ShortName{"sandy", " sandra "},
    ShortName{"serge", " sergei sergey sergio "},
    ShortName{"sid", " sidney sydney "},
    ShortName{"stan", " stanislav stanley "},
    ShortName{"stef", " stefan stefania stefano stephane stephanie "},
    ShortName{"steph", " stephanie stephen "},
    ShortName{"steve", " stefan stephan stephen steven "},
    ShortName{"stu", " stewart stuart "},
    ShortName{"sue", " susan susanna susanne suzanne "},
    ShortName{"ted", " thaddeus theodore "},
    ShortName{"terry", " terence terrence teresa theresa "},
    ShortName{"theo", " theodor theodore theodoros "},
    ShortName{"tim", " timo timothee timothy "},
    ShortName{"tom", " tomas tomasz tommaso thomas "},
    ShortName{"tommy", " thomas "},
    ShortName{"val", " valentin valentina valerie valery "},
    ShortName{"vic", " victor viktor "},
    ShortName{"vicki", " victoria "},
    ShortName{"vicky", " victoria "},
    ShortName{"vince", " vincent vincenzo "},
    ShortName{"vlad", " vladimir vladislav "},
    ShortName{"walt", " walter "},
    ShortName{"wes", " wesley "},
    ShortName{"will", " wilhelm willem william willis "},
    ShortName{"zach", " zachary "},
    ShortName{"zack", " zachary "},
};

static_assert(std::is_sorted(kShortNames.begin(), kShortNames.end(),
                             [](const ShortName& a, const ShortName& b) { return a.name < b.name; }));

/// `name` among the words of `list`, which has a blank around each.
bool has_word(std::string_view list, std::string_view name) {
  for (auto at = list.find(name); at != std::string_view::npos; at = list.find(name, at + 1))
    if (list[at - 1] == ' ' && list[at + name.size()] == ' ') return true;
  return false;
}

bool stands_for(std::string_view brief, std::string_view name) {
  const auto found = std::lower_bound(kShortNames.begin(), kShortNames.end(), brief,
                                      [](const ShortName& row, std::string_view text) { return row.name < text; });
  return found != kShortNames.end() && found->name == brief && has_word(found->stands_for, name);
}

}  // namespace

bool is_short_for(std::string_view a, std::string_view b) {
  constexpr std::size_t kLongest = 7;
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < 2 || a.size() > kLongest || a.size() == b.size() || a[0] != b[0]) return false;
  return stands_for(a, b);
}

}  // namespace scholargraph
