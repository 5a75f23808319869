package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What is done at a ward, for the tests of the audit trail, and how that is read. */
final class WardDeeds {
    private WardDeeds() {}

    /** One of each kind that is noted, at a site and at a camera of it. */
    static void done(Wards wards, String site, String camera, Desk person) {
        Desk admin = wards.admin;
        admin.put("/cameras/" + camera + "/published", "{\"published\":true}");
        person.post("/stream-sessions", "{\"streams\":[{\"cameraId\":\"" + camera + "\",\"role\":\"sub\"}]}");
        String alarm = "{\"type\":\"x\",\"priority\":9,\"title\":\"Có khói\",\"cameraIds\":[\"" + camera + "\"]}";
        String id = admin.post("/alarms", alarm, "Idempotency-Key", "khoi-" + site)
                .json()
                .path("id")
                .asString();
        admin.patch(
                "/alarms/" + id, "{\"state\":\"acknowledged\",\"comment\":\"Xem " + site + "\"}", "If-Match", "\"1\"");
        String wall = "{\"name\":\"Tường " + site + "\",\"siteId\":\"" + site
                + "\",\"screens\":[{\"id\":\"s1\",\"number\":1,\"x\":0,\"y\":0,\"w\":1920,\"h\":1080}]}";
        admin.put("/walls/tuong-" + site, wall, "If-Match", "\"0\"");
        admin.post(
                "/walls/tuong-" + site + "/commands",
                "{\"op\":\"message\",\"target\":{},\"args\":{\"text\":\"Chào " + site + "\"}}",
                "Idempotency-Key",
                "chao-" + site);
        admin.post("/webhooks", "{\"name\":\"AI " + site + "\",\"siteId\":\"" + site + "\"}");
        wards.role("Vai " + site, Wards.grant("view", site), "");
        admin.post(
                "/imports",
                "{\"cameras\":[{\"id\":\"n-" + site + "\",\"name\":\"Mới\",\"siteId\":\"" + site
                        + "\",\"streams\":[]}]}");
        admin.delete("/cameras/n-" + site);
        person.post("/audit", """
                {"entries":[{"id":"%s","at":"2026-11-20T23:00:00Z","action":"desk.shown","subject":"camera/%s"}]}""".formatted(UUID.randomUUID(), camera));
    }

    /** All that somebody is told, page by page. */
    static List<JsonNode> all(Desk desk, String query, int limit) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            Desk.Answer answer = desk.get("/audit?limit=" + limit + query + cursor);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            answer.json().path("items").forEach(all::add);
            JsonNode next = answer.json().path("nextCursor");
            cursor = next.isNull() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
        return all;
    }

    /** What was done, each once. */
    static List<String> actions(List<JsonNode> entries) {
        return entries.stream()
                .map(entry -> entry.path("action").asString())
                .distinct()
                .toList();
    }

    /** The same without ids by chance, in which a camera's may stand: {@code …c-101…}. */
    static String named(String told) {
        return told.replaceAll("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}", "*");
    }
}
