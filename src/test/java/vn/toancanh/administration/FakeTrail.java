package vn.toancanh.administration;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Outcome;

/** An audit trail in memory, told in pages of {@link #SIZE}; what was asked is kept. */
public final class FakeTrail implements TrailService {
    /** Entries a page. */
    public static final int SIZE = 40;

    /** The newest first. */
    public final List<TrailEntry> entries = new ArrayList<>();

    /** What was asked for, in order. */
    public final List<Wanted> asked = new ArrayList<>();

    /** Where the pages began that were asked for, in order. */
    public final List<String> places = new ArrayList<>();

    /** What was exported, by the name of its file. */
    public final Map<String, String> files = new TreeMap<>();

    public boolean offers;
    public boolean bySite = true;
    public boolean byPart;

    /** What everything is answered with until it is null again. */
    public @Nullable Failure refusing;

    private static final String MARK = "8e35c2cd3bf6641bdb0e2050b76932cbb2e6034a0ddacc1d9bea82a6ba57f7cf";

    /** Some of what is done in a night. */
    public void night() {
        offers = true;
        entries.clear();
        add("session.opened", "session/0b5e8c66-5f0e-4a0e-8a65-0f9f9e3f51aa", "done", "ban1", "role", "operator");
        add("session.refused", "account/nguyen.thi.minh.khai", "refused", "nguyen.thi.minh.khai", "reason", "x");
        add("stream.granted", "camera/camera-4", "done", "ban1", "access", "relay", "role", "sub");
        add("desk.shown", "camera/camera-4", "done", "ban1", "tile", "7");
        add("alarm.acknowledged", "alarm/0f3c1e5a-7f0e-4d5a-9a2a-6c6e0a6b2b11", "done", "ban1", "from", "new");
        add("wall.applyLayout", "wall/tuong-phong-truc", "done", "to.truong", "screens", "[\"s1\",\"s2\"]");
        add("account.passwordReset", "account/u-7", "done", "quan.tri");
        add("site.moved", "site/hoan-kiem", "done", "quan.tri", "name", "Phường Hoàn Kiếm");
        add("inventory.imported", "inventory", "failed", "quan.tri", "added", "36", "revision", "43");
        add("audit.purged", "audit", "done", "", "before", "2026-10-21T00:00:00Z");
        add("doors.opened", "door/12", "done", "may.khac");
        for (int i = 0; i < 90; i++) {
            add("stream.granted", "camera/camera-" + i, "done", "ban" + (1 + i % 3), "role", "main");
        }
    }

    private void add(String action, String subject, String outcome, String user, String... facts) {
        List<TrailEntry.Fact> noted = new ArrayList<>();
        for (int i = 0; i + 1 < facts.length; i += 2) {
            noted.add(new TrailEntry.Fact(facts[i], facts[i + 1]));
        }
        Instant at = Instant.parse("2026-11-21T07:00:00Z").minus(Duration.ofSeconds(37L * entries.size()));
        entries.add(new TrailEntry(
                1207 - entries.size(),
                at,
                action.startsWith("desk.") ? at.minusSeconds(3) : null,
                user,
                user.isEmpty() ? "" : "10.1.7." + (4 + entries.size() % 5),
                user.isEmpty() ? "" : "Toàn Cảnh 0.1.0",
                action,
                subject,
                outcome,
                noted,
                MARK));
    }

    @Override
    public boolean offered() {
        return offers;
    }

    @Override
    public boolean sitesOffered() {
        return offers && bySite;
    }

    @Override
    public boolean partsOffered() {
        return offers && byPart;
    }

    private List<TrailEntry> found(Wanted wanted) {
        return entries.stream()
                .filter(entry -> wanted.user().isEmpty() || wanted.user().equals(entry.user()))
                .filter(entry -> wanted.action().isEmpty() || entry.action().startsWith(wanted.action()))
                .filter(entry -> wanted.camera()
                        .map(camera -> entry.subject().equals("camera/" + camera.value()))
                        .orElse(true))
                .toList();
    }

    @Override
    public void search(Wanted wanted, String place, Consumer<Outcome<Page>> answer) {
        asked.add(wanted);
        places.add(place);
        Failure no = refusing;
        if (no != null) {
            answer.accept(Outcome.failed(no));
            return;
        }
        List<TrailEntry> all = found(wanted);
        int from = place.isEmpty() ? 0 : Integer.parseInt(place);
        int to = Math.min(all.size(), from + SIZE);
        answer.accept(Outcome.done(new Page(all.subList(from, to), to < all.size() ? Integer.toString(to) : "")));
    }

    @Override
    public void export(Wanted wanted, ExportFile file, Consumer<Outcome<Long>> answer) {
        asked.add(wanted);
        Failure no = refusing;
        if (no != null) {
            answer.accept(Outcome.failed(no));
            return;
        }
        long count = found(wanted).size();
        try (OutputStream out = file.open()) {
            out.write(("end," + count).getBytes(StandardCharsets.UTF_8));
            file.keep();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        answer.accept(Outcome.done(count));
    }

    /** A file in memory. */
    public ExportFile file(Path path) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        return new ExportFile() {
            @Override
            public OutputStream open() {
                return written;
            }

            @Override
            public void keep() {
                files.put(path.toString(), written.toString(StandardCharsets.UTF_8));
            }

            @Override
            public void drop() {
                files.remove(path.toString());
            }
        };
    }
}
