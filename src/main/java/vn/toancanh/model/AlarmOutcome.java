package vn.toancanh.model;

/** What came of an alarm, said by whoever closes it. */
public enum AlarmOutcome {
    /** Something was the matter, and it was dealt with. */
    HANDLED,
    /** Nothing was the matter. */
    FALSE_ALARM,
    /** Something was, and nothing had to be done. */
    NO_ACTION
}
