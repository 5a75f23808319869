package vn.toancanh.ui.administration;

/** A place of a form at which can be said what is wrong there. FX thread. */
interface Complaint {
    /** Says it. */
    void wrong(String sentence);

    /** Nothing is wrong there any more. */
    void right();

    /** Brings the keyboard there. */
    void takeFocus();
}
