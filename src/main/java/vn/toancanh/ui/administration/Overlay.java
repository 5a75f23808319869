package vn.toancanh.ui.administration;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import vn.toancanh.administration.SiteLines;
import vn.toancanh.model.SiteId;

/** What lies over a form for a moment: a question, or the sites to choose from. FX thread. */
interface Overlay {
    /**
     * Asks before something that cannot be undone; the keyboard stands on the way back.
     *
     * @param yes what the button says that does it
     * @param otherwise what follows where it is not to be done
     */
    void ask(String question, String meaning, String yes, Runnable then, Runnable otherwise);

    /** The same where nothing follows otherwise. */
    default void ask(String question, String meaning, String yes, Runnable then) {
        ask(question, meaning, yes, then, () -> {});
    }

    /**
     * Has a site chosen.
     *
     * @param fit the lines that may be chosen
     * @param none what choosing none is called; empty where one must be chosen
     * @param chosen told the choice; not where it is given up
     */
    void pick(SiteLines lines, Predicate<SiteLines.Line> fit, String none, Consumer<Optional<SiteId>> chosen);
}
