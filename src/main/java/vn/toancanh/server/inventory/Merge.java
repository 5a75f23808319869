package vn.toancanh.server.inventory;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraState;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;
import vn.toancanh.model.StreamRole;
import vn.toancanh.model.StreamSource;
import vn.toancanh.model.StreamTransport;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Reach;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.FieldError;
import vn.toancanh.server.store.Sql;
import vn.toancanh.server.store.Vault;

/** One import in one transaction: first everything is checked against what is there, then what differs is stored. */
final class Merge {
    /** Faults named at most; the rest would be the same fault again. */
    private static final int MOST_ERRORS = 1000;

    /** Of what was changed so much is named: as many ids of the longest kind as an entry of the audit trail holds. */
    private static final int MOST_NAMED = 40;

    private static final String FORGET =
            "UPDATE stream SET username = NULL, password_sealed = NULL, credential_mac = NULL WHERE camera_id = ? AND role = ?";

    private record StreamOf(String cameraId, StreamRole role) {
        @Override
        public String toString() {
            return cameraId + ':' + Words.of(role);
        }
    }

    private final Sql sql;
    private final Vault vault;
    private final long revision;
    private final @Nullable Reach reach;
    private final List<FieldError> errors = new ArrayList<>();
    private final List<Site> changedSites = new ArrayList<>();
    private final List<ImportLine> newCameras = new ArrayList<>();
    private final List<ImportLine> changedCameras = new ArrayList<>();
    private final List<StreamOf> moved = new ArrayList<>();
    private int revived;
    private int unchanged;

    /** @param reach of whoever imports; null where the server itself does */
    Merge(Sql sql, Vault vault, long revision, @Nullable Reach reach) {
        this.reach = reach;
        this.sql = sql;
        this.vault = vault;
        this.revision = revision;
    }

    /** What a sealed password is sealed for. */
    static String label(String cameraId, StreamRole role) {
        return "stream:" + cameraId + ':' + Words.of(role);
    }

    Merge check(List<Site> sites, List<ImportLine> lines) throws SQLException {
        Map<String, Site> tree = checkSites(sites);
        Map<String, Known> known = known();
        Map<String, String> credentials = ofStreams("credential_mac");
        Map<String, String> pins = ofStreams("tls_pins");
        Map<String, String> transports = ofStreams("transport");
        Map<String, String> addresses = ofStreams("uri");
        checkNumbers(lines, known);
        @Nullable ImportReach narrowed = reach == null ? null : ImportReach.of(sql, reach, tree, changedSites);
        if (narrowed != null) {
            errors.addAll(narrowed.wrongSites());
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            ImportLine line = lines.get(i);
            Camera camera = line.entry().camera();
            if (!seen.add(camera.id().value())) {
                fault(
                        i,
                        line,
                        "id",
                        "duplicate",
                        "this id occurs before",
                        Map.of("id", camera.id().value()));
            }
            if (!tree.containsKey(camera.site().value())
                    || (narrowed != null && !narrowed.sees(camera.site().value()))) {
                fault(
                        i,
                        line,
                        "siteId",
                        "unknownSite",
                        "no such site",
                        Map.of("site", camera.site().value()));
            }
            if (narrowed != null && !narrowed.mayChange(camera)) {
                fault(i, line, "id", "outside", "beyond what you may configure", Map.of());
            }
            sort(
                    line,
                    known.get(camera.id().value()),
                    source -> differs(camera, source, credentials, pins, transports));
            line.entry().sources().stream()
                    .filter(source -> leavesHome(camera, source, credentials, addresses))
                    .forEach(source -> moved.add(new StreamOf(camera.id().value(), source.role())));
        }
        if (!errors.isEmpty()) {
            throw ApiProblem.importRefused(errors);
        }
        return this;
    }

    /** To whom a place that he does not see and one that is not there are both beyond what he may configure. */
    private boolean narrowed() {
        return reach != null && !reach.whole(Level.CONFIGURE, null);
    }

    private Map<String, Site> checkSites(List<Site> sites) throws SQLException {
        Map<String, Site> tree = new LinkedHashMap<>();
        SiteStore.list(sql).forEach(site -> tree.put(site.id().value(), site));
        for (Site site : sites) {
            @Nullable Site before = tree.put(site.id().value(), site);
            if (!site.equals(before)) {
                changedSites.add(site);
            }
        }
        for (int i = 0; i < sites.size(); i++) {
            @Nullable SiteId parent = sites.get(i).parent();
            if (parent != null && !tree.containsKey(parent.value()) && !narrowed()) {
                errors.add(FieldError.of("/sites/" + i + "/parentId", "unknownSite", "no such site"));
            }
        }
        @Nullable String cycle = SiteStore.cycle(tree);
        if (cycle != null) {
            errors.add(new FieldError("/sites", "cycle", "it is above itself", null, Map.of("site", cycle)));
        }
        return tree;
    }

    private Map<String, Known> known() throws SQLException {
        Map<String, Known> known = new HashMap<>();
        sql.list("SELECT " + Known.COLUMNS + " FROM camera", row -> {
            known.put(row.getString(1), Known.of(row));
            return 0;
        });
        return known;
    }

    /** What is there in a column of the streams, where anything is. */
    private Map<String, String> ofStreams(String column) throws SQLException {
        Map<String, String> there = new HashMap<>();
        sql.list(
                "SELECT camera_id || ':' || role, " + column + " FROM stream WHERE " + column + " IS NOT NULL", row -> {
                    there.put(row.getString(1), row.getString(2));
                    return 0;
                });
        return there;
    }

    private void checkNumbers(List<ImportLine> lines, Map<String, Known> known) {
        Set<String> named = new HashSet<>();
        lines.forEach(line -> named.add(line.entry().camera().id().value()));
        Map<Integer, String> holders = new HashMap<>();
        known.forEach((id, camera) -> {
            @Nullable Integer number = camera.number();
            if (number != null && !named.contains(id)) {
                holders.put(number, id);
            }
        });
        for (int i = 0; i < lines.size(); i++) {
            Camera camera = lines.get(i).entry().camera();
            @Nullable Integer number = camera.number();
            @Nullable
            String holder = number == null
                    ? null
                    : holders.putIfAbsent(number, camera.id().value());
            if (number != null && holder != null && !holder.equals(camera.id().value())) {
                fault(i, lines.get(i), "number", "numberTaken", "another camera has it", Map.of("number", number));
            }
        }
    }

    private void fault(int index, ImportLine line, String field, String code, String detail, Map<String, Object> args) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(new FieldError("/cameras/" + index + "/" + field, code, detail, line.line(), args));
        }
    }

    private void sort(ImportLine line, @Nullable Known before, Predicate<StreamSource> differs) {
        Camera camera = line.entry().camera();
        if (before == null) {
            newCameras.add(line);
        } else if (before.gone()) {
            revived++;
            changedCameras.add(line);
        } else if (!before.digest().equals(CameraWriter.digest(vault, line.entry()))
                || (camera.state() != CameraState.UNKNOWN && !before.state().equals(Words.of(camera.state())))
                || before.isSteeredElsewhere(line.entry())
                || line.entry().sources().stream().anyMatch(differs)) {
            changedCameras.add(line);
        } else {
            unchanged++;
        }
    }

    /** True where other credentials, certificates or another transport are named than are there; what is not named stays. */
    private boolean differs(
            Camera camera,
            StreamSource source,
            Map<String, String> credentials,
            Map<String, String> pins,
            Map<String, String> transports) {
        String stream = new StreamOf(camera.id().value(), source.role()).toString();
        @Nullable List<String> named = source.tlsPins();
        @Nullable StreamTransport transport = source.transport();
        return (source.user() != null && !CameraWriter.mark(vault, source).equals(credentials.get(stream)))
                || (named != null && !named.equals(Pins.read(pins.get(stream))))
                || (transport != null && !Words.of(transport).equals(transports.get(stream)));
    }

    /** True where credentials are there, none are named, and the stream is elsewhere now. */
    private static boolean leavesHome(
            Camera camera, StreamSource source, Map<String, String> credentials, Map<String, String> addresses) {
        String stream = new StreamOf(camera.id().value(), source.role()).toString();
        return source.user() == null
                && credentials.containsKey(stream)
                && !Home.of(addresses.get(stream)).equals(Optional.of(Home.of(source.uri())));
    }

    boolean changesAnything() {
        return !changedSites.isEmpty() || !changedCameras.isEmpty() || !newCameras.isEmpty();
    }

    boolean changesSites() {
        return !changedSites.isEmpty();
    }

    void store() throws SQLException {
        for (Site site : changedSites) {
            SiteStore.put(sql, site, revision);
        }
        for (StreamOf stream : moved) {
            sql.change(FORGET, stream.cameraId(), Words.of(stream.role()));
        }
        try (CameraWriter writer = new CameraWriter(sql, vault, revision)) {
            // Numbers may change hands within one import, so all are let go of first.
            for (ImportLine line : changedCameras) {
                writer.releaseNumber(line.entry().camera().id());
            }
            for (ImportLine line : changedCameras) {
                writer.put(line.entry(), false);
            }
            for (ImportLine line : newCameras) {
                writer.put(line.entry(), true);
            }
        }
    }

    Inventory.Merged merged(long at) {
        return new Inventory.Merged(
                changedSites.size(),
                newCameras.size() + revived,
                changedCameras.size() - revived,
                unchanged,
                moved.size(),
                at,
                named());
    }

    private List<String> named() {
        List<String> named = new ArrayList<>();
        changedSites.stream()
                .limit(MOST_NAMED)
                .forEach(site -> named.add("site/" + site.id().value()));
        Stream.concat(changedCameras.stream(), newCameras.stream())
                .limit(MOST_NAMED - named.size())
                .forEach(
                        line -> named.add("camera/" + line.entry().camera().id().value()));
        return List.copyOf(named);
    }
}
