package vn.toancanh.ui.administration;

/** What stands in a section that is no list of things to be filled in. FX thread. */
interface SectionPane {
    /** Asks the server for what is shown. */
    void reload();

    /** Brings the keyboard to where one begins. */
    void takeFocus();

    /** Sites or rights are known better than before. */
    default void refresh() {}

    /** True where asking costs so much that it is done while it is on show alone. */
    default boolean onShowAlone() {
        return false;
    }
}
