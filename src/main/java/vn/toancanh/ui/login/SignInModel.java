package vn.toancanh.ui.login;

import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import vn.toancanh.access.ShownCertificate;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Secret;
import vn.toancanh.desk.SignIn;

/** What stands in the sign-in form and how far it has come; outlives the view when the language changes. */
public final class SignInModel {
    /**
     * How far it has come.
     *
     * @param busy true while the server is being asked
     * @param wrong what was wrong with the last try, null where nothing was
     * @param keptAsOf where the server is away and this machine keeps the list of cameras: as of when; else null
     */
    public record Progress(
            boolean busy,
            SignIn.Answer.@Nullable Wrong wrong,
            @Nullable Instant keptAsOf) {
        static final Progress READY = new Progress(false, null, null);

        private static Progress failed(SignIn.Answer.Wrong wrong) {
            return new Progress(false, wrong, null);
        }
    }

    private final SignIn signIn;
    private final StringProperty server;
    private final StringProperty user;
    private final StringProperty password = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(Progress.READY);
    private Handle asking = Handle.NONE;
    private @Nullable SecondPersonModel second;

    public SignInModel(SignIn signIn) {
        this.signIn = signIn;
        this.server = new SimpleStringProperty(signIn.lastServer());
        this.user = new SimpleStringProperty(signIn.lastUser());
    }

    public StringProperty server() {
        return server;
    }

    public StringProperty user() {
        return user;
    }

    /** Emptied as soon as it was asked with. */
    public StringProperty password() {
        return password;
    }

    public ReadOnlyObjectProperty<Progress> progress() {
        return progress.getReadOnlyProperty();
    }

    /** Asks the server; does nothing while it is being asked. */
    public void enter() {
        if (progress.get().busy()) {
            return;
        }
        progress.set(new Progress(true, null, null));
        Handle[] mine = {Handle.NONE};
        boolean[] answered = {false};
        mine[0] = signIn.as(server.get(), user.get(), Secret.of(password.get()), answer -> {
            answered[0] = true;
            answered(answer);
        });
        asking = answered[0] ? Handle.NONE : mine[0];
    }

    /** Goes on with what this machine keeps, and waits for the server. */
    public void goOnWithKept() {
        if (progress.get().keptAsOf() != null) {
            Secret typed = Secret.of(password.get());
            password.set("");
            progress.set(Progress.READY);
            signIn.goOn(server.get(), user.get(), typed, this::answered);
        }
    }

    /** Shows what came of a sign-in that was not begun here. */
    public void answered(SignIn.Answer answer) {
        asking = Handle.NONE;
        switch (answer) {
            case SignIn.Answer.Done done -> {
                password.set("");
                progress.set(Progress.READY);
            }
            case SignIn.Answer.Wrong wrong -> {
                if (wrong.concern() == SignIn.Concern.PASSWORD) {
                    password.set("");
                }
                second = wrong.second()
                        .map(needed ->
                                new SecondPersonModel(signIn, needed, user.get().strip(), this::answered))
                        .orElse(null);
                Progress failed = Progress.failed(wrong);
                progress.set(failed);
                if (wrong.serverAway()) {
                    signIn.keptAsOf(server.get(), user.get(), kept -> offer(failed, kept));
                }
            }
        }
    }

    private void offer(Progress failed, Optional<Instant> kept) {
        if (progress.get().equals(failed) && kept.isPresent()) {
            progress.set(new Progress(false, failed.wrong(), kept.get()));
        }
    }

    /** Gives up waiting for the server; true where there was something to give up. */
    public boolean cancel() {
        if (!progress.get().busy()) {
            return false;
        }
        asking.close();
        asking = Handle.NONE;
        progress.set(Progress.READY);
        return true;
    }

    /** The certificate that the person is asked about; empty where nothing is asked. */
    Optional<ShownCertificate> question() {
        SignIn.Answer.Wrong wrong = progress.get().wrong();
        return wrong == null ? Optional.empty() : wrong.untrusted();
    }

    /** The second person who is asked to vouch; empty where nobody is. */
    Optional<SecondPersonModel> second() {
        SignIn.Answer.Wrong wrong = progress.get().wrong();
        SecondPersonModel asked = second;
        return asked != null
                        && wrong != null
                        && wrong.second().filter(asked::isOf).isPresent()
                ? Optional.of(asked)
                : Optional.empty();
    }

    /** Esc: gives up what is asked or waited for; true where there was something. */
    boolean stepBack() {
        Optional<SecondPersonModel> asked = second();
        if (asked.isPresent() && asked.get().cancel()) {
            return true;
        }
        if (asked.isPresent() || question().isPresent()) {
            signIn.giveUpSecond();
            typed();
            return true;
        }
        return cancel();
    }

    /** The person says that it is the right server: keeps that, and asks it again. */
    void trust() {
        question().ifPresent(shown -> {
            signIn.trust(shown);
            enter();
        });
    }

    /** Nothing is wrong any more: what was wrong is being typed anew. */
    void typed() {
        if (!progress.get().busy() && progress.get().wrong() != null) {
            progress.set(Progress.READY);
        }
    }
}
