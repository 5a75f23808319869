package vn.toancanh.ui.login;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import vn.toancanh.access.SecondPersonNeeded;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Secret;
import vn.toancanh.desk.SignIn;

/** What the second person has typed, who vouches for a sign-in, and how far that has come. FX thread. */
final class SecondPersonModel {
    /**
     * How far it has come.
     *
     * @param busy true while the server is being asked
     * @param wrong what was wrong with the last try, null where nothing was
     */
    record Progress(boolean busy, SignIn.Answer.@Nullable Wrong wrong) {
        static final Progress READY = new Progress(false, null);
    }

    private final SignIn signIn;
    private final SecondPersonNeeded needed;
    private final String first;
    private final Consumer<SignIn.Answer> settled;
    private final StringProperty user = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(Progress.READY);
    private Handle asking = Handle.NONE;

    /**
     * @param first whose password was right
     * @param settled told where it ends here: signed in, or all of it has to begin anew
     */
    SecondPersonModel(SignIn signIn, SecondPersonNeeded needed, String first, Consumer<SignIn.Answer> settled) {
        this.signIn = signIn;
        this.needed = needed;
        this.first = first;
        this.settled = settled;
    }

    boolean isOf(SecondPersonNeeded other) {
        return needed.equals(other);
    }

    String first() {
        return first;
    }

    StringProperty user() {
        return user;
    }

    /** Emptied as soon as it was refused or taken. */
    StringProperty password() {
        return password;
    }

    ReadOnlyObjectProperty<Progress> progress() {
        return progress.getReadOnlyProperty();
    }

    /** Asks the server; does nothing while it is being asked. */
    void enter() {
        if (progress.get().busy()) {
            return;
        }
        progress.set(new Progress(true, null));
        boolean[] answered = {false};
        Handle mine = signIn.confirm(needed, user.get(), Secret.of(password.get()), answer -> {
            answered[0] = true;
            answered(answer);
        });
        asking = answered[0] ? Handle.NONE : mine;
    }

    private void answered(SignIn.Answer answer) {
        asking = Handle.NONE;
        if (!(answer instanceof SignIn.Answer.Wrong wrong) || wrong.beginsAnew()) {
            password.set("");
            progress.set(Progress.READY);
            settled.accept(answer);
            return;
        }
        if (wrong.concern() == SignIn.Concern.PASSWORD) {
            password.set("");
        }
        progress.set(new Progress(false, wrong));
    }

    /** Gives up waiting for the server; true where there was something to give up. */
    boolean cancel() {
        if (!progress.get().busy()) {
            return false;
        }
        asking.close();
        asking = Handle.NONE;
        progress.set(Progress.READY);
        return true;
    }

    /** What was wrong is being typed anew. */
    void typed() {
        if (!progress.get().busy() && progress.get().wrong() != null) {
            progress.set(Progress.READY);
        }
    }
}
