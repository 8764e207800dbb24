// Checked by plain tsc, with `exactOptionalPropertyTypes`: what a caller may not have can be handed on as it is.
import {expectTypeOf} from 'vitest'
import {articleTopToHtml} from '../html/articleTopToHtml.ts'
import {glossaryToHtml} from '../html/glossaryToHtml.ts'
import type {HtmlSettings} from '../html/htmlOptions.ts'
import {referencesToHtml} from '../html/referencesToHtml.ts'
import type {ReviewSettings} from '../html/renderReview.ts'
import {toHtml} from '../html/toHtml.ts'
import {imageUrl, type ImageSource, type ImageUrlOptions} from '../images/imageUrl.ts'
import {articleJsonLd, type ArticleJsonLdOptions} from '../jsonld/articleJsonLd.ts'
import {exerciseJsonLd, type ExerciseJsonLdOptions} from '../jsonld/exerciseJsonLd.ts'
import {ArticleBody} from '../react/ArticleBody.ts'
import type {ReactSettings} from '../react/renderArticle.ts'
import type {ScreenOptions} from '../safety/screenContent.ts'
import type {Content} from './content.ts'
import {createContent} from './createContent.ts'
import type {Article, Exercise} from './results.ts'

/** What may be there or not, as props and search parameters are. */
type Unsure<Options> = {readonly [Name in keyof Options]-?: Options[Name] | undefined}

export function checkMarkup(
  article: Article,
  settings: Unsure<HtmlSettings & ReviewSettings>,
  react: Unsure<ReactSettings>,
): void {
  toHtml(article.body, {...article, ...settings})
  articleTopToHtml(article, settings)
  glossaryToHtml([], {labels: settings.labels})
  referencesToHtml([], {formatReference: ({title}) => title, labels: settings.labels})
  void ArticleBody({article, ...react})
}

export function checkAddresses(
  image: ImageSource,
  size: Unsure<ImageUrlOptions>,
  article: Article,
  articleOptions: Unsure<ArticleJsonLdOptions>,
  exercise: Exercise,
  exerciseOptions: Unsure<ExerciseJsonLdOptions>,
): void {
  imageUrl(image, size)
  articleJsonLd(article, {...articleOptions, url: 'https://clinic.example/a'})
  exerciseJsonLd(exercise, {...exerciseOptions, url: 'https://clinic.example/e'})
}

export async function checkReads(content: Content, question: Unsure<ScreenOptions>): Promise<void> {
  await content.screen({...question, profile: {}})
  await content.feed('a', {urlOf: undefined, host: undefined})
  const published = createContent({url: 'http://localhost:3900', dataset: 'a', perspective: undefined})
  expectTypeOf(published).toEqualTypeOf<Content>()
}
