/** The cosine of texts as sets of letter trigrams, each as heavy as the heaviest word that it is in. */

export class Trigrams {
  private readonly ids = new Map<string, number>()
  private readonly ofWord = new Map<string, { ids: number[]; weight: number }>()
  /** By trigram: its weight in the asked text, and in the text that is being read, of the reading `read`. */
  private readonly asked: number[] = []
  private readonly weights: number[] = []
  private readonly readIn: number[] = []
  private reading = 0
  private readonly length: number

  /** @param weight of a word, never negative */
  constructor(
    words: readonly string[],
    private readonly weightOf: (word: string) => number,
  ) {
    const ids = this.read([words])
    let squares = 0
    for (const id of ids) {
      const weight = this.weights[id] as number
      this.asked[id] = weight
      squares += weight * weight
    }
    this.length = Math.sqrt(squares)
  }

  /** The trigrams of a word and its two ends, as numbers. */
  private trigrams(word: string): { ids: number[]; weight: number } {
    const known = this.ofWord.get(word)
    if (known) return known
    const padded = ` ${word} `
    const ids: number[] = []
    for (let i = 0; i + 3 <= padded.length; i++) {
      const trigram = padded.slice(i, i + 3)
      let id = this.ids.get(trigram)
      if (id === undefined) {
        this.ids.set(trigram, (id = this.ids.size))
        this.readIn.push(0)
        this.weights.push(0)
        this.asked.push(0)
      }
      ids.push(id)
    }
    const made = { ids, weight: this.weightOf(word) }
    this.ofWord.set(word, made)
    return made
  }

  /** Sets the weights of the trigrams of texts. @returns which they are */
  private read(texts: readonly (readonly string[])[]): number[] {
    this.reading++
    const found: number[] = []
    for (const words of texts)
      for (const word of words) {
        const { ids, weight } = this.trigrams(word)
        for (const id of ids)
          if (this.readIn[id] !== this.reading) {
            this.readIn[id] = this.reading
            this.weights[id] = weight
            found.push(id)
          } else if (weight > (this.weights[id] as number)) this.weights[id] = weight
      }
    return found
  }

  private cosine(texts: readonly (readonly string[])[]): number {
    let squares = 0
    let dot = 0
    for (const id of this.read(texts)) {
      const weight = this.weights[id] as number
      squares += weight * weight
      dot += weight * (this.asked[id] as number)
    }
    return dot > 0 ? Math.min(1, dot / (Math.sqrt(squares) * this.length)) : 0
  }

  /** @returns how alike the part of the text that is most alike is, or all of it together, from 0 to 1 */
  alike(parts: readonly (readonly string[])[]): number {
    const each = parts.filter((words) => words.length > 0)
    const alone = each.map((words) => this.cosine([words]))
    return Math.max(0, ...alone, each.length > 1 ? this.cosine(each) : 0)
  }
}
