package vn.toancanh.shift;

/** What can be kept outside of the program. The names are kept: one that is taken away must still be read. */
public enum Export {
    /** Entries of the audit trail, as a file. */
    TRAIL,
    /** The report of a shift, as a file. */
    REPORT,
    /** The report of a shift, on paper. */
    PAPER
}
