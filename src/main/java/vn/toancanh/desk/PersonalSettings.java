package vn.toancanh.desk;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import vn.toancanh.access.SessionService;
import vn.toancanh.access.SessionState;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Outcome;
import vn.toancanh.prefs.PersonalCopy;
import vn.toancanh.prefs.PersonalService;
import vn.toancanh.prefs.PersonalValue;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.prefs.Preferences;

/**
 * Settings that go along with whoever is signed in. What this desk knows of him holds at once, also without the server; what he chooses is kept here
 * first and told to the server as soon as it answers. What was chosen later stands. Lane: DESK.
 */
public final class PersonalSettings implements Handle {
    /** What the server would not have is told once more after so long: at the next desk it would be missing for a shift. */
    static final Duration AGAIN = Duration.ofMinutes(1);

    private final Lane desk;
    private final Clock clock;
    private final Preferences preferences;
    private final PersonalService service;
    private final Handle following;
    private Optional<String> whose = Optional.empty();
    private boolean online;
    /** Whose are in {@link #copy}; empty: nobody's. */
    private String present = "";

    private PersonalCopy copy = PersonalCopy.read("");
    private boolean asking;
    private boolean again;
    private boolean closed;
    private Handle retry = () -> {};

    public PersonalSettings(
            Lane desk, Clock clock, SessionService sessions, Preferences preferences, PersonalService service) {
        this.desk = desk;
        this.clock = clock;
        this.preferences = preferences;
        this.service = service;
        this.following = sessions.onChange(this::changed);
        changed(sessions.state());
    }

    /** In a turn of its own: a window that is made anew in another language must not be in the middle of a sign-in. */
    private void changed(SessionState state) {
        Optional<String> now = state.signedIn().map(session -> session.server() + " " + session.user());
        boolean there = state.connection().isOnline();
        boolean fresh = !now.equals(whose) || (there && !online);
        whose = now;
        online = there;
        if (fresh) {
            desk.execute(this::settle);
        }
    }

    private void settle() {
        if (closed) {
            return;
        }
        String who = whose.orElse("");
        if (!who.equals(present)) {
            present = who;
            copy = kept(who);
        }
        apply();
        send();
    }

    private static PreferenceKey<String> place(String who) {
        return PreferenceKey.text("personal." + who);
    }

    private PersonalCopy kept(String who) {
        return PersonalCopy.read(who.isEmpty() ? "" : preferences.get(place(who)));
    }

    /** At a server that keeps none all settings are the desk's, as long as nothing else was heard of it. */
    private void apply() {
        if (!present.isEmpty() && (service.offered() || !copy.isEmpty())) {
            preferences.person(copy.texts(), this::chosen);
        } else {
            preferences.nobody();
        }
    }

    private void chosen(PreferenceKey<?> key, String written) {
        copy.choose(key.name(), written, clock.now());
        preferences.set(place(present), copy.write());
        send();
    }

    /** One question at a time; what is chosen meanwhile goes with the next. */
    private void send() {
        if (!online || present.isEmpty() || !service.offered()) {
            return;
        }
        if (asking) {
            again = true;
            return;
        }
        retry.close();
        asking = true;
        again = false;
        String who = present;
        Map<String, PersonalValue> sent = copy.untold();
        service.merge(sent, outcome -> answered(who, sent, outcome));
    }

    /** An answer may come when somebody else is there. */
    private void answered(String who, Map<String, PersonalValue> sent, Outcome<Map<String, PersonalValue>> outcome) {
        asking = false;
        if (closed) {
            return;
        }
        if (outcome instanceof Outcome.Done<Map<String, PersonalValue>>(Map<String, PersonalValue> there)) {
            PersonalCopy his = who.equals(present) ? copy : kept(who);
            his.told(sent, there);
            preferences.set(place(who), his.write());
            if (who.equals(present)) {
                apply();
            }
        }
        if (again) {
            send();
        } else if (outcome instanceof Outcome.Failed<Map<String, PersonalValue>>) {
            retry = desk.after(AGAIN, this::tellAgain);
        }
    }

    private void tellAgain() {
        if (!closed && !copy.untold().isEmpty()) {
            send();
        }
    }

    @Override
    public void close() {
        closed = true;
        retry.close();
        following.close();
    }
}
