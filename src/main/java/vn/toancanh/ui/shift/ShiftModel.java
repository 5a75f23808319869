package vn.toancanh.ui.shift;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Secret;
import vn.toancanh.desk.HandoverDesk;
import vn.toancanh.shift.Handover;
import vn.toancanh.shift.Handover.Standing;
import vn.toancanh.shift.Report;
import vn.toancanh.shift.ReportFiles;

/** What the view of handovers shows: the report of the open shift, and what was handed over. Outlives the views. FX thread. */
public final class ShiftModel implements Handle {
    /** While somebody looks, the report is made anew so often, and what waits for the server is looked for. */
    static final Duration ANEW = Duration.ofSeconds(3);

    /** So many times of that, all handovers are asked for: others hand over, too. */
    private static final int SELDOM = 10;

    /**
     * What there is to show.
     *
     * @param open the report of the open shift as of now; empty where there is none
     * @param handovers of the chosen day, or the newest, the newest first
     * @param failure why those of the server are not among them
     * @param known false until the handovers were asked for once
     */
    public record Shown(Optional<Report> open, List<Handover> handovers, Optional<Failure> failure, boolean known) {}

    private static final Shown NOTHING = new Shown(Optional.empty(), List.of(), Optional.empty(), false);

    private final HandoverDesk handovers;
    private final ReportFiles files;
    private final Lane desk;
    private final Lane compute;
    private final ZoneId zone;
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(NOTHING);
    private final StringProperty comment = new SimpleStringProperty("");
    private Handle following = Handle.NONE;
    private @Nullable LocalDate day;
    private int asked;
    private int ticks;

    /**
     * @param compute where printers are waited for
     * @param zone in which days are meant
     */
    public ShiftModel(HandoverDesk handovers, ReportFiles files, Lane desk, Lane compute, ZoneId zone) {
        this.handovers = handovers;
        this.files = files;
        this.desk = desk;
        this.compute = compute;
        this.zone = zone;
    }

    public ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /** What the outgoing says; stays while the view is away. */
    public StringProperty comment() {
        return comment;
    }

    ZoneId zone() {
        return zone;
    }

    Lane desk() {
        return desk;
    }

    Lane compute() {
        return compute;
    }

    /** Somebody looks: what is shown is kept up to date until the handle is closed. */
    Handle follow() {
        following.close();
        ticks = 0;
        refresh();
        reload();
        following = desk.every(ANEW, this::tick);
        return following;
    }

    private void tick() {
        refresh();
        ticks++;
        boolean waits = shown.get().handovers().stream().anyMatch(each -> each.standing() == Standing.WAITING);
        if (waits || ticks % SELDOM == 0) {
            reload();
        }
    }

    private void refresh() {
        Shown now = shown.get();
        shown.set(new Shown(handovers.report(), now.handovers(), now.failure(), now.known()));
    }

    /** Shows the handovers that were signed on that day; null: the newest. */
    void choose(@Nullable LocalDate wanted) {
        day = wanted;
        reload();
    }

    private void reload() {
        int mine = ++asked;
        LocalDate wanted = day;
        Instant from = wanted == null ? null : wanted.atStartOfDay(zone).toInstant();
        Instant to = wanted == null
                ? null
                : wanted.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
        handovers.list(from, to, listed -> {
            if (mine == asked) {
                shown.set(new Shown(shown.get().open(), listed.handovers(), listed.failure(), true));
            }
        });
    }

    /** False where the server keeps no handovers. */
    public boolean offered() {
        return handovers.offered();
    }

    boolean signingOffered() {
        return handovers.signingOffered();
    }

    /** True where whoever signs off now may have forgotten to hand over. */
    public boolean toBeHandedOver() {
        return handovers.toBeHandedOver();
    }

    /**
     * Hands the open shift over with the comment.
     *
     * @return by what id it is known from now on, or why it cannot be handed over
     */
    Outcome<UUID> handOver(String title) {
        Outcome<UUID> outcome = handovers.handOver(title, comment.get());
        if (outcome instanceof Outcome.Done<UUID>) {
            comment.set("");
            day = null;
            refresh();
            reload();
        }
        return outcome;
    }

    /** Signs what was handed over. */
    void takeOver(UUID id, String user, Secret password, String said, Consumer<Outcome<Handover>> answer) {
        handovers.takeOver(id, user, password, said, outcome -> {
            reload();
            answer.accept(outcome);
        });
    }

    /** Keeps a report as a file. */
    void save(Path file, String text, Consumer<Outcome<Path>> answer) {
        files.save(file, text, answer);
    }

    /** That report, or where empty the open shift's, lies in a file of that name, or where empty on paper. */
    void kept(Optional<UUID> handover, Optional<String> name) {
        handovers.kept(handover, name);
    }

    /** Nobody is signed in any more: what one said is not for the next one. */
    public void forget() {
        comment.set("");
        day = null;
        asked++;
        shown.set(NOTHING);
    }

    @Override
    public void close() {
        following.close();
    }
}
