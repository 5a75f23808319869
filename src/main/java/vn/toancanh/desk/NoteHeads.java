package vn.toancanh.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.ptz.HeadOrder;
import vn.toancanh.ptz.HeadSpeed;
import vn.toancanh.ptz.OverheardHeads;
import vn.toancanh.shift.Happening;
import vn.toancanh.shift.HeadsLeft;
import vn.toancanh.shift.Note;
import vn.toancanh.shift.Report;
import vn.toancanh.shift.ShiftBook;

/**
 * Notes for the handover which heads this desk moves away from their homes, where it sends them, and which it sends home again. What is away when a
 * shift is handed over is so in the next one. Notes which are reserved, too. Hears on any thread, notes on DESK.
 */
public final class NoteHeads implements OverheardHeads.Ear, AcrossShifts.Notes, Handle {
    /** A head that is stopped so soon after it was sent home has not come there, as far as anybody can say. */
    static final Duration WAY_HOME = Duration.ofSeconds(30);

    private final Lane desk;
    private final Clock clock;
    private final ShiftBook book;
    private final Supplier<CatalogueSnapshot> cameras;
    private final BinaryOperator<String> places;
    /** Heads that are not at home, with where they were sent; empty for those that were moved by hand. */
    private final Map<CameraId, String> away = new HashMap<>();

    private final Map<CameraId, Instant> since = new HashMap<>();
    private final Map<CameraId, Long> homeward = new HashMap<>();
    private final ReservedHeads reserved;
    private final Handle following;

    /**
     * @param cameras those that are known now
     * @param places what the place of a head is called, by the ids of its camera and of the place
     */
    public NoteHeads(
            Lane desk,
            Clock clock,
            ShiftBook book,
            Supplier<CatalogueSnapshot> cameras,
            BinaryOperator<String> places) {
        this.desk = desk;
        this.clock = clock;
        this.book = book;
        this.cameras = cameras;
        this.places = places;
        this.reserved = new ReservedHeads(clock, book, this::name);
        this.following = new AcrossShifts(book, this);
    }

    @Override
    public void told(CameraId camera, HeadOrder order, boolean sure) {
        desk.execute(() -> {
            if (sure) {
                reserved.told(camera);
            }
            switch (order) {
                case HeadOrder.Move(HeadSpeed speed) -> {
                    if (!speed.isFocus()) {
                        moved(camera, "");
                    }
                }
                case HeadOrder.Preset(String id) -> moved(camera, places.apply(camera.value(), id));
                case HeadOrder.Look look -> moved(camera, "");
                case HeadOrder.Home home -> {
                    if (sure && home(camera)) {
                        homeward.put(camera, clock.nanos());
                    }
                }
                case HeadOrder.Stop stop -> {
                    Long began = homeward.remove(camera);
                    if (began != null && clock.nanos() - began < WAY_HOME.toNanos()) {
                        moved(camera, "");
                    }
                }
                case HeadOrder.Aside aside -> {
                    // It looks where it looked.
                }
            }
        });
    }

    @Override
    public void homeIsHere(CameraId camera) {
        desk.execute(() -> {
            home(camera);
        });
    }

    @Override
    public void reserved(CameraId camera, Duration length) {
        desk.execute(() -> reserved.reserved(camera, length));
    }

    @Override
    public void notReserved(CameraId camera) {
        desk.execute(() -> reserved.free(camera));
    }

    private void moved(CameraId camera, String place) {
        homeward.remove(camera);
        @Nullable String before = away.put(camera, place);
        if (before == null) {
            since.put(camera, clock.now());
        }
        if (before == null || (place.isEmpty() && !before.isEmpty())) {
            book.note(Happening.HEAD_MOVED, camera.value(), name(camera), Note.UNKNOWN);
        }
        if (!place.isEmpty() && !place.equals(before)) {
            book.note(Happening.HEAD_PLACED, camera.value(), place, Note.UNKNOWN);
        }
    }

    /** True where it was away. */
    private boolean home(CameraId camera) {
        homeward.remove(camera);
        since.remove(camera);
        boolean back = away.remove(camera) != null;
        if (back) {
            book.note(Happening.HEAD_HOME, camera.value(), "", Note.UNKNOWN);
        }
        return back;
    }

    private String name(CameraId camera) {
        return cameras.get().camera(camera).map(Camera::name).orElse(camera.value());
    }

    @Override
    public void takeOver() {
        Map.copyOf(away).forEach(this::takeOver);
        reserved.takeOver();
    }

    @Override
    public void begin(List<Note> notes) {
        away.clear();
        since.clear();
        homeward.clear();
        for (Report.AwayHead head : HeadsLeft.of(notes)) {
            CameraId camera = new CameraId(head.cameraId());
            away.put(camera, head.place());
            since.put(camera, head.since());
        }
        reserved.begin(notes);
    }

    private void takeOver(CameraId camera, String place) {
        Instant began = since.getOrDefault(camera, clock.now());
        long seconds = Math.max(0, Duration.between(began, clock.now()).toSeconds());
        book.note(Happening.HEAD_MOVED, camera.value(), name(camera), seconds);
        if (!place.isEmpty()) {
            book.note(Happening.HEAD_PLACED, camera.value(), place, Note.UNKNOWN);
        }
    }

    @Override
    public void close() {
        following.close();
    }
}
