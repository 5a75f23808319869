package vn.toancanh.administration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.SiteId;

/** The port to the server's audit trail. Lane: DESK; every answer comes on DESK, once. */
public interface TrailService {
    /**
     * Which entries are wanted.
     *
     * @param from by the server's clock, included; null: since ever
     * @param to by the server's clock, not included; null: until now
     * @param user user name; empty: anybody
     * @param action a word of the contract, or the beginning of words where it ends in a dot; empty: anything
     * @param camera only what was done to it; empty: to anything
     * @param site only what was done to it, to what is below it and to what hangs there; empty: anywhere
     */
    record Wanted(
            @Nullable Instant from,
            @Nullable Instant to,
            String user,
            String action,
            Optional<CameraId> camera,
            Optional<SiteId> site) {
        /** All of them. */
        public static final Wanted ALL = new Wanted(null, null, "", "", Optional.empty(), Optional.empty());
    }

    /**
     * Some of them, the newest first; may be shorter than others, or empty, and there is a next one all the same.
     *
     * @param next where the next page begins; empty: this is the last
     */
    record Page(List<TrailEntry> entries, String next) {
        public Page {
            entries = List.copyOf(entries);
        }
    }

    /** Whether the server that is signed in at has a trail. */
    boolean offered();

    /** Whether it can be asked by site. */
    boolean sitesOffered();

    /** Whether who manages a part of the city alone is told of that part. */
    boolean partsOffered();

    /**
     * Asks for a page.
     *
     * @param place where it begins; empty: at the newest
     */
    void search(Wanted wanted, String place, Consumer<Outcome<Page>> answer);

    /** Has the server write them to a file, the oldest first, which it notes in the trail; tells how many they are. */
    void export(Wanted wanted, ExportFile file, Consumer<Outcome<Long>> answer);

    /** Not offered. */
    TrailService NONE = new TrailService() {
        @Override
        public boolean offered() {
            return false;
        }

        @Override
        public boolean sitesOffered() {
            return false;
        }

        @Override
        public boolean partsOffered() {
            return false;
        }

        @Override
        public void search(Wanted wanted, String place, Consumer<Outcome<Page>> answer) {
            answer.accept(Outcome.failed(Failure.of(Kind.UNSUPPORTED, "no audit trail here")));
        }

        @Override
        public void export(Wanted wanted, ExportFile file, Consumer<Outcome<Long>> answer) {
            answer.accept(Outcome.failed(Failure.of(Kind.UNSUPPORTED, "no audit trail here")));
        }
    };
}
