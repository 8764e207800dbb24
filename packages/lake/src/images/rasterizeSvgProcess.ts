import {buffer} from 'node:stream/consumers'
import sharp from 'sharp'

// Draws the SVG that comes in as a PNG that goes out; `rasterizeSvg` starts this and ends it when it takes too long.
const [density, maxPixels] = process.argv.slice(2).map(Number)
const options = {density: density ?? 72, limitInputPixels: maxPixels ?? 0}
const drawing = sharp(await buffer(process.stdin), options).png({compressionLevel: 1})
process.stdout.write(await drawing.toBuffer())
