package vn.toancanh.ui.administration;

import java.util.Optional;
import java.util.function.Consumer;
import vn.toancanh.base.Texts;

/**
 * The form of something that the book lists by versions. Whoever was overtaken takes what the other one made of it, or puts his
 * own over it. FX thread.
 */
abstract class BookForm<T> extends Form {
    final AdministrationModel model;
    private final Consumer<T> show;

    /** As it was when the form was filled in; what is sent names its version. */
    T seen;

    /**
     * @param show shows the form of it as somebody else made it
     * @param saveWords of the button that sends it
     */
    BookForm(AdministrationModel model, T seen, Texts texts, String saveWords, Consumer<T> show) {
        super(texts, saveWords);
        this.model = model;
        this.seen = seen;
        this.show = show;
    }

    /** As the book has it now; empty where it is not known yet. */
    abstract Optional<T> newest();

    /** What was seen, as if the newer one had been: of its version, and with what of it is no field of the form. */
    abstract T asIfSeen(T newer);

    private T theirs() {
        return newest().orElse(seen);
    }

    @Override
    boolean settles() {
        return true;
    }

    @Override
    void overtaken() {
        model.book().reload();
    }

    @Override
    void takeTheirs() {
        sending.drop();
        show.accept(theirs());
    }

    @Override
    void overwrite() {
        seen = asIfSeen(theirs());
        sending.typed();
        send();
    }
}
