// The nodes that we write, each a part of what schema.org allows; nodes.test-d.ts holds them against schema-dts.

/** A node elsewhere in the same document. */
export interface NodeReference {
  readonly '@id': string
}

/** An amount; units are UN/CEFACT common codes, or words. */
export interface QuantityNode {
  readonly '@type': 'QuantitativeValue'
  readonly value?: number
  readonly minValue?: number
  readonly maxValue?: number
  readonly unitCode?: string
  readonly unitText?: string
}

export interface ImageNode {
  readonly '@type': 'ImageObject'
  readonly url: string
  readonly caption?: string
  readonly width?: QuantityNode
  readonly height?: QuantityNode
}

export interface OrganizationNode {
  readonly '@type': 'Organization' | 'MedicalOrganization'
  readonly '@id'?: string
  readonly name: string
  readonly url?: string
  readonly logo?: ImageNode
}

export interface CredentialNode {
  readonly '@type': 'EducationalOccupationalCredential'
  readonly name: string
  readonly alternateName?: string
  readonly recognizedBy?: OrganizationNode
}

export interface PersonNode {
  readonly '@type': 'Person'
  readonly '@id'?: string
  readonly name: string
  readonly givenName?: string
  readonly familyName?: string
  /** Codes of valid credentials, as bylines write them. */
  readonly honorificSuffix?: string
  readonly url?: string
  readonly sameAs?: readonly string[]
  readonly hasCredential?: readonly CredentialNode[]
  readonly description?: string
  readonly image?: ImageNode
  readonly affiliation?: readonly OrganizationNode[]
  readonly mainEntityOfPage?: string
}

export interface ConditionNode {
  readonly '@type': 'MedicalCondition'
  readonly name: string
}

export interface MedicalWebPageNode {
  readonly '@type': 'MedicalWebPage'
  readonly '@id': string
  readonly url: string
  readonly name: string
  readonly description: string
  readonly inLanguage: string
  readonly datePublished?: string
  readonly mainEntity?: NodeReference
  readonly medicalAudience: {readonly '@type': 'MedicalAudience'; readonly audienceType: 'Patient'}
  readonly about?: readonly ConditionNode[]
  /** Day of the clinical review that stands. */
  readonly lastReviewed?: string
  readonly reviewedBy?: NodeReference
  readonly publisher?: NodeReference
}

export interface ArticleNode {
  readonly '@type': 'Article'
  readonly '@id': string
  readonly headline: string
  readonly description: string
  readonly inLanguage: string
  readonly datePublished: string
  readonly mainEntityOfPage: NodeReference
  readonly image?: ImageNode
  readonly author?: readonly NodeReference[]
  readonly publisher?: NodeReference
  readonly citation?: readonly NodeReference[]
}

export interface FaqPageNode {
  readonly '@type': 'FAQPage'
  readonly '@id': string
  readonly isPartOf: NodeReference
  readonly mainEntity: readonly {
    readonly '@type': 'Question'
    readonly name: string
    readonly acceptedAnswer: {readonly '@type': 'Answer'; readonly text: string}
  }[]
}

export interface StepNode {
  readonly '@type': 'HowToStep'
  readonly position: number
  readonly text: string
}

/** An amount in the terms of an exercise plan. */
export interface DosageTerms {
  readonly repetitions?: QuantityNode
  readonly restPeriods?: QuantityNode
  readonly activityDuration?: QuantityNode
  readonly activityFrequency?: string
  readonly intensity?: string
  readonly additionalVariable?: readonly string[]
}

export interface AmountNode extends DosageTerms {
  readonly '@type': 'ExercisePlan'
  readonly name?: string
}

export interface ExerciseTerms extends DosageTerms {
  readonly '@id': string
  readonly name: string
  readonly description: string
  readonly inLanguage: string
  readonly mainEntityOfPage: NodeReference
  readonly image?: ImageNode
  readonly hasPart?: readonly (StepNode | AmountNode)[]
}

export interface ExercisePlanNode extends ExerciseTerms {
  readonly '@type': 'ExercisePlan'
}

/** Only a medical therapy may have a `contraindication`. */
export interface TherapyNode extends ExerciseTerms {
  readonly '@type': ['ExercisePlan', 'PhysicalTherapy']
  readonly contraindication: readonly {
    readonly '@type': 'MedicalContraindication'
    readonly name: string
    readonly description: string
  }[]
}

export interface BreadcrumbNode {
  readonly '@type': 'BreadcrumbList'
  readonly itemListElement: readonly {
    readonly '@type': 'ListItem'
    readonly position: number
    readonly name: string
    readonly item: {readonly '@type': 'WebPage'; readonly '@id': string}
  }[]
}
