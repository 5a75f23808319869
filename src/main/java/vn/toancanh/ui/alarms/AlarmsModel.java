package vn.toancanh.ui.alarms;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import vn.toancanh.access.Level;
import vn.toancanh.alarms.AlarmBell;
import vn.toancanh.alarms.AlarmBook;
import vn.toancanh.alarms.AlarmSource;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.desk.PlaceRights;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmId;
import vn.toancanh.model.AlarmOutcome;
import vn.toancanh.model.AlarmStep;

/** What the alarm panel shows: the list, the chosen alarm and its picture. Outlives the views. FX thread. */
public final class AlarmsModel implements Handle {
    /** Pictures are read no wider than this, pixels: the panel at a scale of two. */
    private static final double WIDEST_PICTURE = 640;

    /**
     * What there is to show.
     *
     * @param offered whether the server has alarms at all
     * @param alarms the most urgent first
     * @param chosen null where none is
     * @param mayAct whether this person may do more than look at the chosen one
     * @param ringing whether a tone sounds for unaccepted ones
     * @param sending true while an answer is awaited to what was done with the chosen one
     * @param trouble why the last thing did not come about
     * @param old why the list may be old
     */
    public record Listing(
            boolean offered,
            List<Alarm> alarms,
            int unaccepted,
            @Nullable Alarm chosen,
            boolean mayAct,
            boolean ringing,
            boolean sending,
            Optional<Failure> trouble,
            Optional<Failure> old) {}

    private static final Listing NOTHING =
            new Listing(false, List.of(), 0, null, false, false, false, Optional.empty(), Optional.empty());

    private final AlarmBook book;
    private final AlarmSource source;
    private final AlarmBell bell;
    private final Lane desk;
    private final Lane compute;
    private final PlaceRights rights;
    private final List<Handle> listening;
    private final ReadOnlyObjectWrapper<Listing> listing = new ReadOnlyObjectWrapper<>(NOTHING);
    private final ReadOnlyObjectWrapper<Optional<Image>> picture = new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable AlarmId chosen;
    private @Nullable AlarmId pictured;

    /**
     * @param compute reads pictures
     * @param rights of whoever is signed in
     */
    public AlarmsModel(
            AlarmBook book, AlarmSource source, AlarmBell bell, Lane desk, Lane compute, PlaceRights rights) {
        this.book = book;
        this.source = source;
        this.bell = bell;
        this.desk = desk;
        this.compute = compute;
        this.rights = rights;
        this.listening = List.of(book.onChange(this::read), bell.onChange(this::read), rights.onChange(this::read));
        read();
    }

    public ReadOnlyObjectProperty<Listing> listing() {
        return listing.getReadOnlyProperty();
    }

    /** Whether there are alarms at this server, also before the first of them are known. */
    public boolean offered() {
        return book.offered();
    }

    /** True where whoever is signed in may do more than look at some alarm. */
    public boolean mayActSomewhere() {
        return rights.anywhere(Level.OPERATE);
    }

    private boolean mayAct(@Nullable Alarm alarm) {
        return alarm != null && rights.atAlarm(Level.OPERATE, alarm);
    }

    /** The chosen alarm's picture; empty where there is none, or it has not come yet. */
    public ReadOnlyObjectProperty<Optional<Image>> picture() {
        return picture.getReadOnlyProperty();
    }

    /** Chooses an alarm, or none. */
    public void choose(@Nullable AlarmId id) {
        chosen = id;
        read();
    }

    /** Takes the chosen alarm a step on. */
    public void move(AlarmStep next) {
        AlarmId id = chosen;
        if (id != null && mayAct(book.find(id).orElse(null))) {
            book.move(id, next);
        }
    }

    /** Closes the chosen alarm. */
    public void finish(AlarmOutcome outcome, String note) {
        AlarmId id = chosen;
        if (id != null && mayAct(book.find(id).orElse(null))) {
            book.finish(id, outcome, note);
        }
    }

    /** No tone for the alarms that are there. */
    public void silence() {
        bell.silence();
    }

    private void read() {
        AlarmId id = chosen;
        Alarm alarm = id == null ? null : book.find(id).orElse(null);
        listing.set(new Listing(
                book.offered(),
                book.list(),
                book.unaccepted(),
                alarm,
                mayAct(alarm),
                bell.ringing(),
                id != null && book.isSending(id),
                book.trouble()
                        .filter(trouble -> alarm != null && trouble.alarm().equals(id))
                        .map(AlarmBook.Trouble::failure),
                book.failure()));
        fetchPicture(alarm);
    }

    private void fetchPicture(@Nullable Alarm alarm) {
        AlarmId wanted = alarm == null || !alarm.pictured() ? null : alarm.id();
        if (wanted == null) {
            pictured = null;
            picture.set(Optional.empty());
        } else if (!wanted.equals(pictured)) {
            pictured = wanted;
            picture.set(Optional.empty());
            source.picture(
                    wanted,
                    outcome -> outcome.settle(bytes -> decode(wanted, bytes), failure -> {
                        if (wanted.equals(pictured)) {
                            // asked again when the alarm is chosen again or has changed
                            pictured = null;
                        }
                    }));
        }
    }

    private void decode(AlarmId whose, byte[] bytes) {
        compute.execute(() -> {
            Image image = new Image(new ByteArrayInputStream(bytes), WIDEST_PICTURE, 0, true, true);
            desk.execute(() -> {
                if (whose.equals(pictured) && !image.isError()) {
                    picture.set(Optional.of(image));
                }
            });
        });
    }

    @Override
    public void close() {
        listening.forEach(Handle::close);
    }
}
