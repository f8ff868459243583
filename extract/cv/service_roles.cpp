// SPDX-License-Identifier: Apache-2.0
#include "extract/cv/service_roles.h"

#include <array>

#include "extract/cv/lexicon.h"
#include "extract/cv/section_lines.h"

namespace scholargraph {
namespace {

enum Role {
  kReviewer = 1,
  kSubreviewer,
  kProgramCommittee,
  kSessionChair,
  kAreaChair,
  kSeniorAreaChair,
  kChair,
  kAssociateEditor,
  kGuestEditor,
  kEditorialBoard,
  kEditorInChief,
  kEditor,
  kOrganizer,
  kPanelist,
  kExaminer,
  kCommitteeMember,
  kBoard,
  kCoordinator,
  kVolunteer,
  kRepresentative,
  kJudge,
  kModerator
};

constexpr std::array<std::string_view, kModerator + 1> kNames{"",
                                                              "reviewer",
                                                              "subreviewer",
                                                              "program committee member",
                                                              "session chair",
                                                              "area chair",
                                                              "senior area chair",
                                                              "chair",
                                                              "associate editor",
                                                              "guest editor",
                                                              "editorial board member",
                                                              "editor-in-chief",
                                                              "editor",
                                                              "organizer",
                                                              "panelist",
                                                              "external examiner",
                                                              "committee member",
                                                              "board member",
                                                              "coordinator",
                                                              "volunteer",
                                                              "representative",
                                                              "judge",
                                                              "moderator"};

const Lexicon& role_lexicon() {
  static const Lexicon kRoles{
      {kReviewer,
       "reviewer|reviewers|reviewing|refereeing|referee|referees|refereed for|peer reviewer|peer reviewing|peer review|"
       "conference reviewer|journal reviewer|ad hoc reviewer|ad hoc referee|manuscript reviewer|paper reviewer|"
       "external reviewer|emergency reviewer|grant reviewer|proposal reviewer|scientific reviewer|reviewed for|"
       "reviews for|reviewer for|program committee reviewer|program committees reviewer|gutachter|gutachterin|"
       "gutachtertatigkeit|gutachten|relecteur|relectrice|relecteurs|rapporteur|arbitrage|evaluador|evaluadora|revisor|"
       "revisora|parecerista|revisore|recensore|recenzent|审稿人|审稿|査読|심사위원|논문심사"},
      {kSubreviewer, "subreviewer|sub reviewer|secondary reviewer|subreferee"},
      {kProgramCommittee,
       "program committee member|program committee members|programme committee member|pc member|tpc member|"
       "technical program committee|technical program committee member|program committee|programme committee|"
       "program committees|programme committees|external program committee|member of the program committee|"
       "member of the programme committee|scientific committee|member of the scientific committee|comite de programme|"
       "membre du comite de programme|comite scientifique|miembro del comite de programa|"
       "miembro del comite del programa tecnico|comite de programa|comite cientifico|programmkomitee|程序委员会"},
      {kSessionChair,
       "session chair|session chairs|session cochair|chair of session|chair of the session|chaired session|"
       "sitzungsleitung|president de session"},
      {kAreaChair, "area chair|area chairs|meta reviewer|action editor"},
      {kSeniorAreaChair, "senior area chair|senior program committee member|senior program committee|spc member"},
      {kChair,
       "chair|cochair|co chair|general chair|program chair|program co chair|programme chair|publicity chair|web chair|"
       "workshop chair|publication chair|proceedings chair|proceeding chair|finance chair|local chair|track chair|"
       "track co chair|workshop co chair|vice chair|steering committee chair|tutorial chair|demo chair|chairman|"
       "chairperson|vorsitz|presidente|president|vice president"},
      {kAssociateEditor,
       "associate editor|associate editors|section editor|handling editor|assistant editor|academic editor|"
       "subject editor|area editor|consulting editor"},
      {kGuestEditor, "guest editor|guest co editor|guest associate editor|special issue editor|lead guest editor"},
      {kEditorialBoard,
       "member of the editorial board|editorial board member|editorial board|editorial boards|member of editorial "
       "board|"
       "editorial advisory board|member of the editorial advisory board|editorial review board|comite editorial|"
       "comite de redaction|consejo editorial|membre du comite editorial|编委"},
      {kEditorInChief,
       "editor in chief|co editor in chief|chief editor|managing editor|herausgeber|redacteur en chef|主编"},
      {kEditor,
       "editor|co editor|coeditor|editors|coordinating editor|foreign editor|contributing editor|technical editor|"
       "editor at large|editorial"},
      {kOrganizer,
       "organizer|organiser|co organizer|co organiser|coorganizer|organized|organised|co organized|coorganized|"
       "organizing committee|organising committee|organizing committee member|member of the organizing committee|"
       "organisateur|co organisateur|organizador|organizadora|co organizador|comite d organisation|veranstalter"},
      {kPanelist, "panelist|panellist|review panel|panel member|panel reviewer|grant panelist|proposal panelist"},
      {kExaminer, "external examiner|thesis examiner|examiner|opponent"},
      {kCommitteeMember,
       "committee member|member of the committee|member of committee|membre du comite|miembro del comite|"
       "steering committee|steering committee member|member"},
      {kBoard,
       "board member|board of directors|advisory board|scientific advisory board|advisory board member|"
       "member of the advisory board|member of the scientific advisory board|board of governors"},
      {kCoordinator, "coordinator|co coordinator|coordinador|coordinadora|coordenador|coordenadora|responsable"},
      {kVolunteer, "volunteer|student volunteer"},
      {kRepresentative, "representative|student representative|liaison|ambassador|delegate"},
      {kJudge, "judge|jury member"},
      {kModerator, "moderator|discussant"}};
  return kRoles;
}

/// What stands in brackets ("Top Reviewer Award") is a remark, not the role; blanks keep the offsets.
std::string without_bracket_contents(std::string_view printed) {
  std::string text(printed);
  int depth = 0;
  for (char& c : text) {
    if (c == '(' || c == '[') ++depth;
    const bool closes = c == ')' || c == ']';
    if (depth > 0 && !closes && c != '(' && c != '[') c = ' ';
    if (closes && depth > 0) --depth;
  }
  return text;
}

/// Words that may stand before a role that leads its line.
bool is_lead_in(std::string_view before) {
  static const Lexicon kFiller{{1,
                                "served|serve|serving|acted|act|acting|as|a|an|the|invited|regular|frequent|conference|"
                                "journal|conferences|journals|active|ad|hoc|i|have|has|been|was|am|work|worked|member|"
                                "of|occasional|and|academic|scientific|top|peer|workshop|international|external|paper|"
                                "article|manuscript|senior|grant|book|deputy|elected|appointed|current|former|co|"
                                "membre|du|de|miembro|del|technical"}};
  const auto words = lex_words(before);
  for (std::size_t i = 0; i < words.size(); ++i)
    if (!kFiller.match_at(words, i)) return false;
  return true;
}

}  // namespace

std::optional<ServiceRole> find_service_role(std::string_view printed) {
  const std::string text = without_bracket_contents(printed);
  const auto words = lex_words(text);
  const auto hit = role_lexicon().find(words);
  if (!hit) return std::nullopt;
  ServiceRole role;
  std::size_t last = hit->last;
  int value = hit->value;
  // "program committee / reviewer": the second role of a slash is the plainer one.
  if (last < words.size()) {
    const std::string_view gap =
        std::string_view(text).substr(words[last - 1].end, words[last].begin - words[last - 1].end);
    const auto next = role_lexicon().match_at(words, last);
    if (next && (gap.find('/') != std::string_view::npos || gap.find('&') != std::string_view::npos)) {
      last = next->last;
      if (next->value == kReviewer) value = kReviewer;
    }
  }
  role.name = kNames[static_cast<std::size_t>(value)];
  role.begin = words[hit->first].begin;
  role.end = words[last - 1].end;
  const std::size_t lead = behind_leading_date(printed);
  role.leads = lead >= role.begin || is_lead_in(std::string_view(text).substr(lead, role.begin - lead));
  role.lists = value == kReviewer || value == kSubreviewer || value == kProgramCommittee || value == kEditorialBoard ||
               value == kSessionChair;
  role.outside = value <= kProgramCommittee || (value >= kAssociateEditor && value <= kEditorInChief);
  return role;
}

}  // namespace scholargraph
