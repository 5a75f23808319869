package vn.toancanh.ui.administration;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.administration.TrailEntry;
import vn.toancanh.base.Texts;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;

/** Entries of the audit trail in words. What a newer server or another program notes is said in its own. */
final class TrailWords {
    /**
     * Deeds of one kind, to choose from.
     *
     * @param action how their words begin; empty: any
     */
    record Kind(String textKey, String action) {}

    /** In the order in which they are offered. */
    static final List<Kind> KINDS = List.of(
            new Kind("trail.anyDeed", ""),
            new Kind("trail.ofSessions", "session."),
            new Kind("trail.ofStreams", "stream."),
            new Kind("trail.ofDesks", "desk."),
            new Kind("trail.ofAlarms", "alarm."),
            new Kind("trail.ofPtz", "ptz."),
            new Kind("trail.ofWalls", "wall."),
            new Kind("trail.ofScenes", "scene."),
            new Kind("trail.ofLayouts", "layout."),
            new Kind("trail.ofRecords", "record."),
            new Kind("trail.ofBookmarks", "bookmark."),
            new Kind("trail.ofCameras", "camera."),
            new Kind("trail.ofImports", "inventory."),
            new Kind("trail.ofSites", "site."),
            new Kind("trail.ofAccounts", "account."),
            new Kind("trail.ofRoles", "role."),
            new Kind("trail.ofDevices", "webhook."),
            new Kind("trail.ofProcedures", "procedure."),
            new Kind("trail.ofPolicy", "streamPolicy."),
            new Kind("trail.ofTrail", "audit."));

    private static final int LONGEST_ID = 64;
    private static final String SCENE = "/scene/";

    private static final Map<String, String> DEEDS = Map.ofEntries(
            entry("session.opened", "trail.sessionOpened"),
            entry("session.closed", "trail.sessionClosed"),
            entry("session.ended", "trail.sessionEnded"),
            entry("session.refused", "trail.sessionRefused"),
            entry("session.revoked", "trail.sessionRevoked"),
            entry("account.created", "trail.accountCreated"),
            entry("account.changed", "trail.accountChanged"),
            entry("account.removed", "trail.accountRemoved"),
            entry("account.passwordChanged", "trail.passwordChanged"),
            entry("account.passwordReset", "trail.passwordReset"),
            entry("account.sessionsEnded", "trail.sessionsEnded"),
            entry("role.created", "trail.roleCreated"),
            entry("role.changed", "trail.roleChanged"),
            entry("role.removed", "trail.roleRemoved"),
            entry("site.created", "trail.siteCreated"),
            entry("site.changed", "trail.siteChanged"),
            entry("site.moved", "trail.siteMoved"),
            entry("site.removed", "trail.siteRemoved"),
            entry("camera.published", "trail.cameraPublished"),
            entry("camera.removed", "trail.cameraRemoved"),
            entry("camera.certificates", "trail.cameraCertificates"),
            entry("inventory.imported", "trail.imported"),
            entry("stream.granted", "trail.streamGranted"),
            entry("stream.takenUp", "trail.streamTakenUp"),
            entry("streamPolicy.changed", "trail.policyChanged"),
            entry("layout.saved", "trail.layoutSaved"),
            entry("layout.deleted", "trail.layoutDeleted"),
            entry("layout.locked", "trail.layoutLocked"),
            entry("layout.unlocked", "trail.layoutUnlocked"),
            entry("layout.shifts", "trail.layoutShifts"),
            entry("alarm.raised", "trail.alarmRaised"),
            entry("alarm.pictured", "trail.alarmPictured"),
            entry("alarm.pictureShown", "trail.alarmPictureShown"),
            entry("alarm.changed", "trail.alarmChanged"),
            entry("alarm.new", "trail.alarmNew"),
            entry("alarm.acknowledged", "trail.alarmAcknowledged"),
            entry("alarm.inProgress", "trail.alarmInProgress"),
            entry("alarm.closed", "trail.alarmClosed"),
            entry("alarm.displaced", "trail.alarmDisplaced"),
            entry("alarms.purged", "trail.alarmsPurged"),
            entry("procedure.set", "trail.procedureSet"),
            entry("procedure.removed", "trail.procedureRemoved"),
            entry("webhook.made", "trail.webhookMade"),
            entry("webhook.revoked", "trail.webhookRevoked"),
            entry("wall.described", "trail.wallDescribed"),
            entry("wall.deleted", "trail.wallDeleted"),
            entry("wall.applyLayout", "trail.wallLayout"),
            entry("wall.applyScene", "trail.wallScene"),
            entry("wall.setCell", "trail.wallCell"),
            entry("wall.swapCells", "trail.wallSwap"),
            entry("wall.fullscreen", "trail.wallFull"),
            entry("wall.playlistStep", "trail.wallStep"),
            entry("wall.clear", "trail.wallClear"),
            entry("wall.blank", "trail.wallBlank"),
            entry("wall.identify", "trail.wallIdentify"),
            entry("wall.message", "trail.wallMessage"),
            entry("wall.release", "trail.wallRelease"),
            entry("scene.made", "trail.sceneMade"),
            entry("scene.changed", "trail.sceneChanged"),
            entry("scene.deleted", "trail.sceneDeleted"),
            entry("ptz.taken", "trail.ptzTaken"),
            entry("ptz.takenOver", "trail.ptzTakenOver"),
            entry("ptz.released", "trail.ptzReleased"),
            entry("ptz.moved", "trail.ptzMoved"),
            entry("ptz.set", "trail.ptzSet"),
            entry("ptz.homeSet", "trail.ptzHomeSet"),
            entry("ptz.presetMade", "trail.presetMade"),
            entry("ptz.presetChanged", "trail.presetChanged"),
            entry("ptz.presetRemoved", "trail.presetRemoved"),
            entry("record.kept", "trail.recordKept"),
            entry("record.accepted", "trail.recordAccepted"),
            entry("bookmark.made", "trail.bookmarkMade"),
            entry("bookmark.deleted", "trail.bookmarkDeleted"),
            entry("server.restored", "trail.serverRestored"),
            entry("audit.began", "trail.auditBegan"),
            entry("audit.exported", "trail.auditExported"),
            entry("audit.purged", "trail.auditPurged"),
            entry("audit.broken", "trail.auditBroken"),
            entry("desk.shown", "trail.deskShown"),
            entry("desk.left", "trail.deskLeft"),
            entry("desk.report.saved", "trail.reportSaved"),
            entry("desk.report.printed", "trail.reportPrinted"));

    private static final Map<String, String> OUTCOMES =
            Map.of("done", "trail.done", "refused", "trail.refused", "failed", "trail.failed");

    private static final Map<String, String> THINGS = Map.ofEntries(
            entry("wall", "trail.aboutWall"),
            entry("layout", "trail.aboutLayout"),
            entry("alarm", "trail.aboutAlarm"),
            entry("record", "trail.aboutRecord"),
            entry("account", "trail.aboutAccount"),
            entry("role", "trail.aboutRole"),
            entry("session", "trail.aboutSession"),
            entry("webhook", "trail.aboutDevice"),
            entry("procedure", "trail.aboutProcedure"));

    private final Texts texts;
    private final Supplier<CatalogueSnapshot> known;

    /** @param known cameras and sites that whoever reads it sees */
    TrailWords(Texts texts, Supplier<CatalogueSnapshot> known) {
        this.texts = texts;
        this.known = known;
    }

    /** True where there are words for that deed. */
    static boolean knows(String action) {
        return DEEDS.containsKey(action);
    }

    String kind(Kind kind) {
        return texts.get(kind.textKey());
    }

    /** What was done. */
    String deed(TrailEntry entry) {
        @Nullable String key = DEEDS.get(entry.action());
        return key == null ? entry.action() : texts.get(key);
    }

    /** What it was done to; empty where the deed says so itself. */
    String about(TrailEntry entry) {
        String id = entry.id();
        if (id.isBlank()) {
            return "";
        }
        @Nullable String key = THINGS.get(entry.kind());
        int scene = id.indexOf(SCENE);
        return switch (entry.kind()) {
            case "camera" -> camera(id);
            case "site" -> texts.get("trail.aboutSite", site(id));
            case "wall" ->
                scene < 0
                        ? texts.get("trail.aboutWall", id)
                        : texts.get("trail.aboutScene", id.substring(scene + SCENE.length()));
            default -> key == null ? entry.subject() : texts.get(key, id);
        };
    }

    private String camera(String id) {
        Optional<Camera> camera =
                id.length() > LONGEST_ID ? Optional.empty() : known.get().camera(new CameraId(id));
        return camera.map(TrailWords::called).orElseGet(() -> texts.get("trail.aboutCamera", id));
    }

    private static String called(Camera camera) {
        return camera.number() == null ? camera.name() : camera.number() + " " + camera.name();
    }

    private String site(String id) {
        return id.length() > LONGEST_ID
                ? id
                : known.get().site(new SiteId(id)).map(Site::name).orElse(id);
    }

    /** Deed and thing in one line. */
    String line(TrailEntry entry) {
        String about = about(entry);
        return about.isEmpty() ? deed(entry) : deed(entry) + " · " + about;
    }

    /** Who did it. */
    String who(TrailEntry entry) {
        return entry.user().isEmpty() ? texts.get("trail.server") : entry.user();
    }

    String outcome(TrailEntry entry) {
        @Nullable String key = OUTCOMES.get(entry.outcome());
        return key == null ? entry.outcome() : texts.get(key);
    }
}
