// SPDX-License-Identifier: Apache-2.0
#include "extract/cv/dates_lexicon.h"

#include <array>
#include <string>

#include "base/text.h"
#include "extract/cv/word_set.h"

namespace scholargraph {

namespace {

/// One row for each month: every language's full names, genitives and abbreviations.
constexpr std::array<std::string_view, 12> kMonths = {
    "january jan januar jänner jän janvier janv enero ene janeiro gennaio genn gen januari styczeń stycznia sty "
    "январь января янв leden ledna led",
    "february feb febr februar feber février févr fév febrero fevereiro fev febbraio febb februari luty lutego lut "
    "февраль февраля февр фев únor února úno",
    "march mar märz mrz maerz mars marzo março maart mrt marzec marca март марта мар březen března bře",
    "april apr avril avr abril abr aprile aprilis kwiecień kwietnia kwi апрель апреля апр duben dubna dub",
    "may mai mayo maio maggio magg mag mei maj maja май мая květen května kvě",
    "june jun juni juin junio junho jun giugno giu czerwiec czerwca cze июнь июня июн červen června čer",
    "july jul juli juillet juil julio julho luglio lug lipiec lipca lip июль июля июл červenec července čvc",
    "august aug août aout agosto ago augustus augusti sierpień sierpnia sie август августа авг srpen srpna srp",
    "september sept sep septembre septiembre setiembre setembro set settembre sett wrzesień września wrz "
    "сентябрь сентября сент сен září zář",
    "october oct oktober okt octobre octubre outubro out ottobre ott październik października paź "
    "октябрь октября окт říjen října říj",
    "november nov novembre noviembre novembro listopad listopada lis ноябрь ноября нояб ноя",
    "december dec dezember dez décembre déc diciembre dic dezembro dicembre desember grudzień grudnia gru "
    "декабрь декабря дек prosinec prosince pro",
};

constexpr std::string_view kSeasons =
    "spring summer fall autumn winter frühjahr frühling sommer herbst sommersemester wintersemester sose wise ss ws "
    "printemps été automne hiver primavera verano otoño invierno verão outono inverno estate autunno lente zomer "
    "herfst wiosna lato jesień zima весна лето осень зима весной летом осенью зимой jaro léto podzim vår sommar höst "
    "vinter michaelmas hilary trinity semester semestre";
constexpr std::string_view kPresent =
    "present now current currently today ongoing date heute jetzt aktuell laufend gegenwart présent aujourd actuel "
    "actuellement actualidad actualmente actual hoy presente fecha atual atualmente hoje momento oggi attuale corso "
    "attualmente heden nu obecnie teraz nadal dziś настоящее сейчас нв současnost dosud dnes nyní nuvarande pågående";
constexpr std::string_view kSince =
    "since from seit ab von depuis desde dal dall da od sedan från sinds vanaf с от partir beginning starting starts";
constexpr std::string_view kUntil = "until till bis jusqu jusque hasta até fino sino tot do до dо till";
constexpr std::string_view kTo = "to through thru bis à au a al do по až";
constexpr std::string_view kExpected =
    "expected anticipated exp expect projected voraussichtlich erwartet prévu prévue attendu previsto prevista "
    "esperado "
    "esperada planowany planowana ожидается förväntad verwacht planned graduating graduation";
constexpr std::string_view kOf = "of de del d di do der the den";
constexpr std::string_view kOrdinal = "st nd rd th er ère º ª";
constexpr std::string_view kQuarter = "q1 q2 q3 q4 quarter";
constexpr std::string_view kPage = "pp pages page pgs vol volume bd no nr issue art págs pág seiten стр";
constexpr std::string_view kUnit =
    "students hours citations people participants users stars words usd eur euro euros dollars members street avenue "
    "ave "
    "road blvd boulevard drive lane";

using Table = WordMap<DateWordEntry>;

void add(Table& table, std::string_view words, DateWord word, int value) {
  for (const auto w : split_words(words))
    if (const std::string folded = fold(w); !table.find(folded)) table[folded] = {word, value};
}

Table make_table() {
  Table table;
  for (std::size_t month = 0; month < kMonths.size(); ++month)
    add(table, kMonths[month], DateWord::kMonth, static_cast<int>(month) + 1);
  add(table, kSeasons, DateWord::kSeason, 0);
  add(table, kPresent, DateWord::kPresent, 0);
  add(table, kExpected, DateWord::kExpected, 0);
  add(table, kUntil, DateWord::kUntil, 0);
  add(table, kTo, DateWord::kTo, 0);
  add(table, kSince, DateWord::kSince, 0);
  add(table, kOf, DateWord::kOf, 0);
  add(table, kOrdinal, DateWord::kOrdinal, 0);
  add(table, kQuarter, DateWord::kQuarter, 0);
  add(table, kPage, DateWord::kPage, 0);
  add(table, kUnit, DateWord::kUnit, 0);
  return table;
}

}  // namespace

DateWordEntry look_up_date_word(std::string_view folded) {
  static const Table table = make_table();
  const DateWordEntry* found = table.find(folded);
  return found ? *found : DateWordEntry{};
}

}  // namespace scholargraph
