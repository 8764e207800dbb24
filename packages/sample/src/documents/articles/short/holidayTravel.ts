import {picture} from '../../../builders/picture.ts'
import {bullets, heading, paragraph, portableText} from '../../../builders/portableText.ts'
import type {SampleDocument} from '../../../builders/sampleDocument.ts'
import {holidayTravelHeader} from '../../../drawing/pictures/headerPictures.ts'
import {article} from '../article.ts'
import {exerciseCard, pathwayBlock} from '../articleBlocks.ts'
import {shortArticleAudience} from '../shortArticleAudience.ts'

export const holidayTravel: SampleDocument = article('how-to-manage-back-pain-during-holiday-travel', {
  title: 'How To Manage Back Pain During Holiday Travel',
  publishedAt: '2022-11-16T14:00:00Z',
  summary:
    'Small habits for long drives and flights: pack light, change position often, and move at every stop.',
  keyMessages: [
    'Plan a stop or a stroll before your back asks for it.',
    'Two small bags are easier on the back than one big one.',
    'A few quiet movements in the seat keep stiffness away.',
  ],
  audience: {...shortArticleAudience, alsoFor: ['back-pain-acute']},
  topics: ['travel', 'low-back-pain'],
  bodyRegions: ['lumbar'],
  leadFigure: picture(holidayTravelHeader.file, holidayTravelHeader.alt),
  recommends: [
    {exercise: 'walking-outdoors', wording: 'a stroll at each stop'},
    {exercise: 'seated-marching', wording: 'marching in the seat'},
    {exercise: 'hip-hinge', wording: 'bending at the hips for the suitcase'},
  ],
  body: portableText(
    paragraph(
      'A visit to the family can mean hours in one seat, a heavy case and a strange bed. None of this has to end in a sore week. A little planning helps.',
    ),
    heading('Before you go'),
    ...bullets(
      'Split the load: two small cases, one for each hand, or one on wheels.',
      'Book an aisle seat, so that you can get up without asking.',
      'Put a rolled-up jumper in your hand luggage; it fits behind the small of the back.',
    ),
    heading('On the way'),
    paragraph(
      'In the car, stop before you are stiff and walk around it a few times. On a train or plane, stand up whenever the aisle is clear.',
    ),
    exerciseCard('seated-marching'),
    heading('With the luggage'),
    paragraph(
      'Stand close, bend at the hips and knees, and let somebody else take the shelf above your head.',
    ),
    exerciseCard('hip-hinge'),
    pathwayBlock('cauda-equina'),
  ),
})
