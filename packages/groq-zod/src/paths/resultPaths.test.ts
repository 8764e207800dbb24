import {parse} from 'groq-js'
import {describe, expect, it} from 'vitest'
import {resultPaths} from './resultPaths.ts'
import type {ResultPaths} from './documentPath.ts'

function pathsIn(projection: string): ResultPaths {
  return resultPaths(parse(`*[_type == "a"] | order(_id)[0...2]{${projection}}`, {params: {}}))
}

describe('resultPaths', () => {
  it.each<[string, ResultPaths]>([
    ['_id, title, ..., steps[]{text}', {}],
    ['"slug": slug.current', {slug: 'slug.current'}],
    ['"figure": images[0]{alt}', {figure: 'images[0]'}],
    ['"last": images[-1]', {last: 'images[*]'}],
    [
      '"figure": images[0]{"text": alt, "image": image{"id": asset._ref}}',
      {figure: {'': 'images[0]', text: 'alt', image: {id: 'asset._ref'}}},
    ],
    ['"exercises": exercises[]._ref', {exercises: 'exercises[]._ref'}],
    ['steps[]{"words": text}', {steps: {words: 'text'}}],
    ['"rows": a[].b[].c', {rows: 'a[*]'}],
    ['"some": steps[text != ""]{text}', {some: 'steps[*]'}],
    ['"newest": (reviews[] | order(at desc))[0].at', {newest: 'reviews[*]'}],
    ['"canonical": seo.canonical', {canonical: 'seo.canonical'}],
    ['"feed": related->key', {feed: 'related->'}],
    ['"names": people[]->name', {names: 'people[]->'}],
    ['"names": (people[]->)[defined(name)].name', {names: 'people[*]->'}],
    ['asset->{_id, "width": metadata.dimensions.width}', {asset: {width: 'metadata.dimensions.width'}}],
    ['"term": term->{term}', {term: 'term->'}],
    ['"term": term->{...}', {}],
    ['"topics": (topics[]->)[defined(_id)]{_id, "slug": slug.current}', {topics: {slug: 'slug.current'}}],
    [
      '"people": contributors[role == "x"].person->{_id, "n": name}',
      {people: {'': 'contributors', n: 'name'}},
    ],
    ['"all": ([...a[], ...b[]][]->){_id, "slug": slug.current}', {all: {'': '*', slug: 'slug.current'}}],
    ['"count": count(steps)', {count: '*'}],
    ['"date": coalesce(publishedAt, "")', {date: 'publishedAt'}],
    ['_type == "b" => {"text": words}', {text: 'words'}],
    ['_type == "b" => {"text": words}, _type == "c" => {"text": title}', {text: '*'}],
    ['_type == "b" => {"a": b{"c": d}}, _type == "c" => {"a": b{"e": f}}', {a: {'': 'b', c: 'd', e: 'f'}}],
    ['...seo{canonical}', {canonical: 'seo.canonical'}],
    ['"seo": {"title": seoTitle, "own": title}', {seo: {'': '', title: 'seoTitle', own: 'title'}}],
    ['"parent": ^.title', {parent: '*'}],
    ['"all": *[references(^._id)]{_id, "slug": slug.current}', {all: {'': '*', slug: 'slug.current'}}],
  ])('of %s', (projection, paths) => {
    expect(pathsIn(projection)).toEqual(paths)
  })

  it('of what is sorted or cut after it was projected', () => {
    const query = '*[_type == "a"]{"slug": slug.current} | order(slug)[0...2]'
    expect(resultPaths(parse(query))).toEqual({slug: 'slug.current'})
    expect(resultPaths(parse('{"a": *[_type == "a"][0]{"slug": slug.current}}'))).toEqual({
      a: {'': '*', slug: 'slug.current'},
    })
    expect(resultPaths(parse('*[0].title'))).toEqual({})
  })
})
