import type {
  ArticleLeaf,
  BookLeaf,
  BreadcrumbListLeaf,
  ChapterLeaf,
  DatasetLeaf,
  ExercisePlanLeaf,
  FAQPageLeaf,
  MedicalWebPageLeaf,
  OrganizationLeaf,
  PersonLeaf,
  ReportLeaf,
  ScholarlyArticleLeaf,
} from 'schema-dts'
import type {ArticleSourceNode, BookNode, ChapterNode, OtherSourceNode} from './citationNodes.ts'
import type {
  ArticleNode,
  BreadcrumbNode,
  ExercisePlanNode,
  FaqPageNode,
  MedicalWebPageNode,
  OrganizationNode,
  PersonNode,
  TherapyNode,
} from './nodes.ts'

type Of<Node, Type extends string> = Omit<Node, '@type'> & {readonly '@type': Type}

// What we write is what schema-dts allows: each line fails to compile when it is not.
declare const organization: OrganizationNode
declare const source: ArticleSourceNode
declare const other: OtherSourceNode
declare const givenPersonNode: PersonNode
declare const givenMedicalWebPageNode: MedicalWebPageNode
declare const givenArticleNode: ArticleNode
declare const givenFaqPageNode: FaqPageNode
declare const givenExercisePlanNode: ExercisePlanNode
declare const givenBreadcrumbNode: BreadcrumbNode
declare const givenBookNode: BookNode
declare const givenChapterNode: ChapterNode
declare const givenTherapy: Of<TherapyNode, 'ExercisePlan'>
const person: PersonLeaf = givenPersonNode
const page: MedicalWebPageLeaf = givenMedicalWebPageNode
const article: ArticleLeaf = givenArticleNode
const questions: FAQPageLeaf = givenFaqPageNode
const plan: ExercisePlanLeaf = givenExercisePlanNode
const steps: BreadcrumbListLeaf = givenBreadcrumbNode
const book: BookLeaf = givenBookNode
const chapter: ChapterLeaf = givenChapterNode
const clinic: OrganizationLeaf = {...organization, '@type': 'Organization'}
const paper: ScholarlyArticleLeaf = {...source, '@type': 'ScholarlyArticle'}
const report: ReportLeaf = {...other, '@type': 'Report'}
const data: DatasetLeaf = {...other, '@type': 'Dataset'}

// @ts-expect-error -- a plan alone has no contraindications; schema.org gives them to therapies
const wrong: ExercisePlanLeaf = {...givenTherapy, contraindication: 'x'}

export {article, book, chapter, clinic, data, page, paper, person, plan, questions, report, steps, wrong}
