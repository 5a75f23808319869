package vn.toancanh.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.toancanh.access.SessionService;
import vn.toancanh.alarms.AlarmBook;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Secret;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.deeds.Deed;
import vn.toancanh.deeds.DeedLog;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;
import vn.toancanh.shift.Export;
import vn.toancanh.shift.Handover;
import vn.toancanh.shift.Handover.Standing;
import vn.toancanh.shift.HandoverDeed;
import vn.toancanh.shift.HandoverService;
import vn.toancanh.shift.HandoverService.Document;
import vn.toancanh.shift.Happening;
import vn.toancanh.shift.Note;
import vn.toancanh.shift.Report;
import vn.toancanh.shift.Reporting;
import vn.toancanh.shift.Shift;
import vn.toancanh.shift.ShiftBook;
import vn.toancanh.shift.ShiftMemory;
import vn.toancanh.shift.StandingWall;

/**
 * Handing a shift over, and taking one over. What is handed over is a deed like others: kept here first, told to the server
 * once, whenever it answers. A signature is not: it needs the server, which alone knows whose password it is. Lane: DESK.
 */
public final class HandoverDesk {
    /** As much as somebody may say to a handover, characters. */
    public static final int MOST_COMMENT = 2000;

    /** Who was here for less, and did nothing, had no shift to speak of. */
    static final Duration A_MOMENT = Duration.ofMinutes(10);

    private final Lane desk;
    private final Clock clock;
    private final ShiftBook book;
    private final ShiftMemory memory;
    private final DeedLog deeds;
    private final HandoverService service;
    private final SessionService sessions;
    private final AlarmBook alarms;
    private final Supplier<CatalogueSnapshot> cameras;
    private final Supplier<List<StandingWall>> standing;

    /**
     * @param cameras those that are known now
     * @param standing what stands on the walls now
     */
    public HandoverDesk(
            Lane desk,
            Clock clock,
            ShiftBook book,
            ShiftMemory memory,
            DeedLog deeds,
            HandoverService service,
            SessionService sessions,
            AlarmBook alarms,
            Supplier<CatalogueSnapshot> cameras,
            Supplier<List<StandingWall>> standing) {
        this.desk = desk;
        this.clock = clock;
        this.book = book;
        this.memory = memory;
        this.deeds = deeds;
        this.service = service;
        this.sessions = sessions;
        this.alarms = alarms;
        this.cameras = cameras;
        this.standing = standing;
    }

    /** False where the server keeps no handovers, so that none can be made. */
    public boolean offered() {
        return service.offered();
    }

    /** False where nobody can sign at the server for what was handed over to him. */
    public boolean signingOffered() {
        return service.signingOffered();
    }

    /** The report of the open shift as of now; empty where nobody works here. */
    public Optional<Report> report() {
        desk.assertHere();
        return book.shift().map(this::report);
    }

    private Report report(Shift shift) {
        boolean known = alarms.offered() && alarms.failure().isEmpty();
        return Reporting.of(shift, clock.now(), known ? Optional.of(alarms.list()) : Optional.empty(), standing.get());
    }

    /**
     * True where whoever signs off now may have forgotten to hand over: not after he did, not of a moment in which nothing
     * happened, and only where it can be done.
     */
    public boolean toBeHandedOver() {
        desk.assertHere();
        return book.shift()
                .filter(shift -> offered() && !shift.afterHandover())
                .map(this::report)
                .filter(report -> !report.quiet()
                        || Duration.between(report.beganAt(), report.endedAt()).compareTo(A_MOMENT) >= 0)
                .filter(report -> site().isPresent())
                .isPresent();
    }

    /**
     * Hands the shift over. It is kept here from now on and told to the server as soon as it answers; another shift begins.
     *
     * @param title what the handover is called in lists
     * @return by what id it is known from now on, or why it cannot be handed over
     */
    public Outcome<UUID> handOver(String title, String comment) {
        desk.assertHere();
        Shift shift = book.shift().orElse(null);
        SiteId site = site().orElse(null);
        if (shift == null || site == null) {
            return Outcome.failed(Failure.of(Failure.Kind.NOT_FOUND, "no shift, or no site of any camera")
                    .withText("shift.nothingToHandOver"));
        }
        Report report = report(shift);
        String document = service.write(new Document(report, comment.strip()));
        // Under the shift's own id: however often it is told, it is one.
        deeds.note(new Deed(
                shift.id(),
                clock.now(),
                HandoverDeed.ACTION,
                "record/" + shift.id(),
                HandoverDeed.facts(title, site, report.beganAt(), report.endedAt(), document)));
        book.handedOver();
        return Outcome.done(shift.id());
    }

    /** Where it happened: the smallest site that holds all cameras of the report, else the first of what may be seen. */
    private Optional<SiteId> site() {
        CatalogueSnapshot known = cameras.get();
        Set<CameraId> named = book.shift().stream()
                .flatMap(shift -> shift.notes().stream())
                .filter(note -> note.what() == Happening.CAMERA_LOST)
                .map(note -> new CameraId(note.subject()))
                .collect(Collectors.toSet());
        List<List<Site>> paths = named.stream()
                .flatMap(id -> known.camera(id).stream())
                .map(Camera::site)
                .distinct()
                .map(known::path)
                .filter(path -> !path.isEmpty())
                .toList();
        return common(paths)
                .or(() -> known.roots().stream().findFirst())
                .map(Site::id)
                .filter(id -> !id.equals(CatalogueSnapshot.NOWHERE));
    }

    private static Optional<Site> common(List<List<Site>> paths) {
        Site found = null;
        int shortest = paths.stream().mapToInt(List::size).min().orElse(0);
        for (int i = 0; i < shortest; i++) {
            Site site = paths.getFirst().get(i);
            for (List<Site> path : paths) {
                if (!path.get(i).id().equals(site.id())) {
                    return Optional.ofNullable(found);
                }
            }
            found = site;
        }
        return Optional.ofNullable(found);
    }

    /**
     * The handovers of that time, the newest first: those of the server, and one's own that it has not been told. While it does
     * not answer, one's own alone.
     *
     * @param from signed not before that; null: since ever
     * @param to signed not after that; null: until now
     */
    public void list(@Nullable Instant from, @Nullable Instant to, Consumer<Listed> answer) {
        desk.assertHere();
        book.owner()
                .ifPresentOrElse(
                        owner -> memory.untold(owner, untold -> ask(from, to, own(untold, from, to), answer)),
                        () -> answer.accept(new Listed(List.of(), Optional.empty())));
    }

    /**
     * Handovers that were found.
     *
     * @param failure why those of the server are not among them
     */
    public record Listed(List<Handover> handovers, Optional<Failure> failure) {}

    private void ask(@Nullable Instant from, @Nullable Instant to, List<Handover> own, Consumer<Listed> answer) {
        if (!sessions.state().connection().isOnline()) {
            answer.accept(new Listed(own, Optional.of(Failure.of(Failure.Kind.UNREACHABLE, "the server is away"))));
            return;
        }
        service.list(
                from,
                to,
                outcome -> answer.accept(
                        switch (outcome) {
                            case Outcome.Done<List<Handover>>(List<Handover> told) ->
                                new Listed(merged(own, told), Optional.empty());
                            case Outcome.Failed<List<Handover>>(Failure why) -> new Listed(own, Optional.of(why));
                        }));
    }

    private static List<Handover> merged(List<Handover> own, List<Handover> told) {
        Set<UUID> there = told.stream().map(Handover::id).collect(Collectors.toSet());
        List<Handover> all = new ArrayList<>(told);
        own.stream().filter(each -> !there.contains(each.id())).forEach(all::add);
        all.sort(Comparator.comparing(Handover::signedAt).reversed());
        return all;
    }

    private List<Handover> own(List<ShiftMemory.Untold> untold, @Nullable Instant from, @Nullable Instant to) {
        return untold.stream()
                .filter(each -> (from == null || !each.signedAt().isBefore(from))
                        && (to == null || !each.signedAt().isAfter(to)))
                .map(each -> {
                    Optional<Document> document = service.read(each.document());
                    return new Handover(
                            each.id(),
                            each.title(),
                            each.beganAt(),
                            each.endedAt(),
                            each.signedAt(),
                            "",
                            document.map(Document::report).orElse(null),
                            document.map(Document::comment).orElse(""),
                            each.refused() ? Standing.REFUSED : Standing.WAITING,
                            null);
                })
                .toList();
    }

    /**
     * Takes over what was handed over.
     *
     * @param user who signs, with that password
     */
    public void takeOver(UUID id, String user, Secret password, String comment, Consumer<Outcome<Handover>> answer) {
        desk.assertHere();
        if (user.isBlank() || password.isEmpty()) {
            Failure empty = Failure.of(Failure.Kind.BAD_INPUT, "name or password left empty")
                    .withText("shift.signerMissing");
            answer.accept(Outcome.failed(empty));
            return;
        }
        service.accept(id, user.strip(), password, clock.now(), comment.strip(), answer);
    }

    /**
     * A report lies in a file or on paper from now on, where no right guards it: that is noted, in the shift that is open and for the server.
     *
     * @param handover which; empty: the open shift's, which is handed over under the same id
     * @param file what the file is called; empty: it was printed
     */
    public void kept(Optional<UUID> handover, Optional<String> file) {
        desk.assertHere();
        Export what = file.isPresent() ? Export.REPORT : Export.PAPER;
        book.note(Happening.EXPORTED, what.name(), file.orElse(""), Note.UNKNOWN);
        handover.or(() -> book.shift().map(Shift::id))
                .ifPresent(id -> deeds.note(
                        file.isPresent() ? "desk.report.saved" : "desk.report.printed",
                        "record/" + id,
                        file.map(name -> Map.of("file", name)).orElse(Map.of())));
    }

    /** Tells of every change of the open shift until the handle is closed. */
    public Handle onChange(Runnable listener) {
        return book.onChange(listener);
    }
}
