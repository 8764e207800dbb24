/** What is in use, as `isRetired` of the rules reads it: an empty reason, or a reference to nothing, retires nothing. */
export const isInUse = `(!defined(retirement.reason) || retirement.reason == "") && !defined(retirement.replacedBy._ref)`

/**
 * Rules in force, as `isInForce` of the rules reads them: from midnight UTC of their first day on; what is no date
 * has always begun. `$asOf` is a midnight too, so that the same answer has the same address all day.
 */
export const isInForce = `${isInUse} && coalesce(!(dateTime(effectiveFrom + "T00:00:00Z") > dateTime($asOf)), true)`
