/** What the columns of other people's tables are called, in the languages that they are written in. */
import type { ClaimField, SpeakerField } from './fields'

/** Names in small letters, without marks between words; the most telling first. */
const CLAIM: Record<ClaimField, string> = {
  id: 'id claimid externalid uid uuid guid key recordid identifier no nr ref nummer numero kod номер المعرف الرقم מזהה',
  statement:
    'statement claim claimreviewed claimtext claimreviewclaimreviewed vclaim text title assertion promise aussage behauptung affirmation declaration afirmacion content sentence headline declaracion citat pastand pastande uttalande dichiarazione affermazione alegacao declaracao uitspraak bewering twierdzenie iddia утверждение высказывание заявление ادعاء الادعاء التصريح تصريح القول النص טענה दावा 主张 声明',
  quote: 'quote quotation verbatim exactquote zitat citation cita اقتباس الاقتباس цитата',
  speaker:
    'speaker claimant person author creativeworkauthorname claimauthor saidby politician who sprecher redner auteur orateur name autor personne locuteur declarante orador spreker talare konusmaci спикер автор المتحدث القائل المصرح الشخص דובר वक्ता 发言人 people peoplekey persons personskey speakers speakerskey politicians politicianskey',
  speakerId: 'speakerid personid claimantid',
  speakerKind: 'speakerkind speakertype',
  speakerRole: 'jobtitle speakersjobtitle job office position role funktion fonction cargo',
  speakerUrl: 'speakerurl creativeworkauthorsameas claimanturl authorurl',
  saidOn:
    'saidon date claimdate statementdate creativeworkdatepublished datesaid said datum fecha day when timestamp created createdat dateofclaim saiddate data dato tarih дата التاريخ تاريخ יום תאריך दिनांक 日期',
  venue:
    'venue context where occasion event medium ort contexte lieu setting channel platform contexto contesto المناسبة المكان контекст',
  place: 'place location city town',
  topics:
    'topics subjects subject topic tags tag categories category themes thema themen sujet keywords tema extratags sujets tematica temas argomento onderwerp тема темы الموضوع المواضيع נושא विषय 主题',
  note: 'note notes remark remarks comment description summary statusinfo bemerkung remarque nota opmerking примечание ملاحظة ملاحظات',
  language: 'language lang inlanguage languagecode sprache langue idioma lingua lengua taal язык اللغة',
  act: 'speechact act type claimtype kind',
  sourceUrl:
    'sourceurl url link source firstappearance appearance href quelle lien fuente originalurl permalink sourcelink articleurl fonte bron kilde enlace kaynak источник ссылка المصدر الرابط מקור स्रोत 来源',
  sourceTitle: 'sourcetitle sourcename articletitle',
  sourcePublisher: 'sourcepublisher outlet newspaper medienhaus',
  sourceDate: 'sourcedate publishedon articledate',
  sources: 'sources appearances links urls references',
  wordings: 'wordings claims claimids statements',
  rating:
    'rating label verdict ruling ratingtext textualrating ratingalternatename alternatename status truthometer bewertung urteil note evaluation calificacion veracity result reviewrating factcheckrating wertung verdicto veredicto giudizio oordeel valutazione avaliacao classificacao karar вердикт оценка الحكم التقييم النتيجة דירוג निष्कर्ष 结论',
  ratingValue: 'ratingvalue ratingratingvalue score value ratingscore',
  ratingBest: 'bestrating ratingbestrating best ratingbest scalebest',
  ratingWorst: 'worstrating ratingworstrating worst ratingworst scaleworst',
  reviewer:
    'reviewer checker publisher claimreviewauthorname factchecker organization organisation reviewauthor checkedby reviewpublisher verifiedby pruefer verificador verificateur faktenchecker controleur проверяющий المدقق جهةالتحقق',
  reviewerUrl: 'reviewerurl claimreviewauthorurl publisherurl publishersite checkerurl',
  reviewUrl: 'reviewurl claimreviewurl factcheckurl checkurl articlelink reviewlink',
  reviewTitle: 'reviewtitle extratitle factchecktitle checktitle',
  reviewSummary:
    'reviewsummary reviewbody explanation justification conclusion rulingstatement begruendung begrundung explicacion spiegazione объяснение الشرح التفسير',
  reviewedOn:
    'reviewedon reviewdate claimreviewdatepublished datechecked checkdate ratedon datereviewed factcheckdate',
  reviews: 'reviews checks claimreview factchecks ratings verdicts',
}

const SPEAKER: Record<SpeakerField, string> = {
  id: 'id slug key personid',
  name: 'name title fullname label speaker',
  kind: 'kind type',
  description: 'description bio about summary',
  url: 'web url website homepage link',
  wikidata: 'wikidata wikidataid qid',
  roles: 'offices roles positions jobs',
  ratings: 'ratings scale scales',
}

const split = <F extends string>(words: Record<F, string>) =>
  Object.fromEntries(
    Object.entries<string>(words).map(([field, names]) => [field, names.split(' ')]),
  ) as unknown as Record<F, readonly string[]>

export const SYNONYMS = split(CLAIM)
export const SPEAKER_SYNONYMS = split(SPEAKER)
