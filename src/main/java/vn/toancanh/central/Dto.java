package vn.toancanh.central;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The bodies of the contract as they lie on the wire. Everything may be missing, unknown fields are dropped, and words of
 * closed sets stay strings, so that a newer server is understood as far as can be.
 */
final class Dto {
    private Dto() {}

    record About(
            @Nullable String product,
            @Nullable String instanceId,
            @Nullable List<String> apiVersions,
            @Nullable List<String> features) {}

    record SignIn(String username, String password, String client) {}

    record Refresh(String refreshToken) {}

    record Confirmation(String ticket, String username, String password) {}

    record User(
            @Nullable String username,
            @Nullable String displayName,
            @Nullable String role) {}

    record Right(
            @Nullable String level,
            @Nullable String siteId,
            @Nullable List<String> tags) {}

    record Session(
            @Nullable String accessToken,
            @Nullable Long expiresInS,
            @Nullable String refreshToken,
            @Nullable User user,
            @Nullable List<Right> rights,
            @Nullable List<Right> denials,
            @Nullable Integer ptzPriority,
            @Nullable Boolean publishedOnly,
            @Nullable Integer lockMinutes,
            @Nullable Instant serverTime,
            @Nullable Instant offlineUntil) {}

    record Site(
            @Nullable String id,
            @Nullable String parentId,
            @Nullable String name) {}

    record SiteList(@Nullable List<Site> items) {}

    record Geo(
            @Nullable Double lat,
            @Nullable Double lon,
            @Nullable Double azimuthDeg,
            @Nullable Double fovDeg,
            @Nullable Double rangeM) {}

    record Status(@Nullable String state) {}

    record Capabilities(@Nullable JsonNode ptz) {}

    record Stream(
            @Nullable String id,
            @Nullable String role,
            @Nullable String codec,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Double fps,
            @Nullable Integer bitrateKbps,
            @Nullable Integer gop) {}

    record Camera(
            @Nullable String id,
            @Nullable Integer number,
            @Nullable String name,
            @Nullable String siteId,
            @Nullable List<String> tags,
            @Nullable Geo geo,
            @Nullable Status status,
            @Nullable Capabilities capabilities,
            @Nullable List<Stream> streams,
            @Nullable Boolean published,
            @Nullable Long revision) {}

    record CameraPage(
            @Nullable Long revision,
            @Nullable List<Camera> items,
            @Nullable List<String> removed,
            @Nullable String nextCursor,
            @Nullable Integer total) {}

    record StreamWish(String cameraId, String role) {}

    record StreamWishes(List<StreamWish> streams) {}

    record Grant(
            @Nullable String sessionId,
            @Nullable String cameraId,
            @Nullable String role,
            @Nullable String access,
            @Nullable String url,
            @Nullable String username,
            @Nullable String password,
            @Nullable List<String> transports,
            @Nullable List<String> tlsPins,
            @Nullable Instant expiresAt,
            @Nullable Instant renewAfter,
            @Nullable Instant offlineUntil,
            @Nullable Problem problem) {}

    record Grants(@Nullable List<Grant> items) {}

    record GridSize(@Nullable Integer columns, @Nullable Integer rows) {}

    record LayoutCell(
            @Nullable Integer x,
            @Nullable Integer y,
            @Nullable Integer w,
            @Nullable Integer h,
            @Nullable JsonNode content) {}

    record Layout(
            @Nullable String id,
            @Nullable String name,
            @Nullable String scope,
            @Nullable GridSize grid,
            @Nullable List<LayoutCell> cells,
            @Nullable Long version,
            @Nullable String modifiedBy,
            @Nullable Instant modifiedAt,
            @Nullable Boolean own,
            @Nullable Boolean changeable,
            @Nullable LayoutLock lock) {}

    record LayoutLock(
            @Nullable String by,
            @Nullable Instant since,
            @Nullable Boolean own) {}

    record LayoutChanged(@Nullable String id) {}

    record LayoutShift(
            @Nullable List<String> days,
            @Nullable String from,
            @Nullable String to,
            @Nullable Integer window) {}

    record LayoutShifts(
            @Nullable String layoutId,
            @Nullable String name,
            @Nullable String scope,
            @Nullable List<LayoutShift> shifts,
            @Nullable Long version,
            @Nullable String modifiedBy,
            @Nullable Instant modifiedAt,
            @Nullable Boolean changeable) {}

    record LayoutShiftsPage(
            @Nullable List<LayoutShifts> items, @Nullable String nextCursor) {}

    record AlarmAssignee(@Nullable String id, @Nullable String name) {}

    record Alarm(
            @Nullable String id,
            @Nullable String type,
            @Nullable Integer priority,
            @Nullable String state,
            @Nullable List<String> cameraIds,
            @Nullable String siteId,
            @Nullable Geo place,
            @Nullable String title,
            @Nullable String procedure,
            @Nullable JsonNode snapshot,
            @Nullable Instant raisedAt,
            @Nullable String changedBy,
            @Nullable AlarmAssignee assignee,
            @Nullable Long version) {}

    record AlarmPage(@Nullable List<Alarm> items, @Nullable String nextCursor) {}

    record AlarmChanged(
            @Nullable String id,
            @Nullable Long version,
            @Nullable String state) {}

    record LayoutDraft(String name, String scope, GridSize grid, List<LayoutCell> cells) {}

    record LayoutPage(
            @Nullable List<Layout> items, @Nullable String nextCursor) {}

    record DeedEntry(String id, String at, String action, String subject, Map<String, String> facts) {}

    record DeedEntries(List<DeedEntry> entries) {}

    record Person(@Nullable String id, @Nullable String name) {}

    record Acceptance(
            @Nullable Person by,
            @Nullable Instant signedAt,
            @Nullable String comment) {}

    record KeptRecord(
            @Nullable String id,
            @Nullable String title,
            @Nullable Instant beganAt,
            @Nullable Instant endedAt,
            @Nullable Instant signedAt,
            @Nullable JsonNode content,
            @Nullable Person by,
            @Nullable Acceptance acceptance) {}

    record RecordPage(@Nullable List<KeptRecord> items) {}

    record Problem(
            @Nullable String title,
            @Nullable Integer status,
            @Nullable String detail,
            @Nullable String code,
            @Nullable String requestId,
            @Nullable Integer retryAfterS,
            @Nullable List<FieldError> errors,
            @Nullable String ticket) {}

    record FieldError(
            @Nullable String pointer,
            @Nullable String code,
            @Nullable String detail,
            @Nullable Integer line,
            @Nullable Map<String, Object> args) {}
}
