package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.server.Wards.denial;
import static vn.toancanh.server.Wards.grant;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is set for a site, made for it or filed under it, is so only by those whose site it is; to everybody else all sites are like
 * one that is not there.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NamedSitesTest {
    private static final String CITY = "{\"level\":\"configure\"}";

    private Wards wards;
    private Desk butForAWard;
    private Desk ward;
    private Desk tagged;

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        wards = Wards.start(data);
        butForAWard = desk("tru-cua-nam", CITY + "," + denial("operate", "cua-nam", ""));
        ward = desk("phuong", grant("operate", "hoan-kiem"));
        tagged = desk("giao-thong", "{\"level\":\"operate\",\"tag\":\"giao-thong\"}");
    }

    @AfterAll
    void stop() {
        wards.close();
    }

    private Desk desk(String name, String grants) {
        wards.user(name, wards.role("Vai " + name, grants, ""));
        return wards.signIn(name);
    }

    private static String device(String site) {
        return site.isEmpty() ? "{\"name\":\"AI\"}" : "{\"name\":\"AI\",\"siteId\":\"" + site + "\"}";
    }

    @Test
    void whomAWardIsDeniedHasNothingToDoWithDevicesThatReachIt() {
        for (String site : List.of("cua-nam", "ha-noi", "khong-co")) {
            assertThat(butForAWard.post("/webhooks", device(site)).code())
                    .as(site)
                    .isEqualTo("unknownSite");
        }
        assertThat(butForAWard.post("/webhooks", device("")).status()).isEqualTo(403);
        assertThat(butForAWard.post("/webhooks", device("hoan-kiem")).status()).isEqualTo(201);
        for (String site : List.of("cua-nam", "ha-noi", "")) {
            String id = wards.admin
                    .post("/webhooks", device(site))
                    .json()
                    .path("id")
                    .asString();
            assertThat(Wards.ids(butForAWard.get("/webhooks").json().path("items")))
                    .as(site)
                    .doesNotContain(id);
            assertThat(butForAWard.delete("/webhooks/" + id).status()).as(site).isEqualTo(404);
            assertThat(wards.admin.delete("/webhooks/" + id).status()).isEqualTo(204);
        }
        assertThat(butForAWard.get("/webhooks").json().path("items")).isNotEmpty();
    }

    @Test
    void whatHoldsForTheWholeCityIsNotSetByWhomAPartOfItIsDenied() {
        assertThat(butForAWard.get("/stream-policy").status()).isEqualTo(403);
        assertThat(butForAWard
                        .put("/stream-policy", "{\"sites\":[{\"siteId\":\"cua-nam\",\"access\":\"direct\"}]}")
                        .status())
                .isEqualTo(403);
        assertThat(butForAWard
                        .put("/alarm-procedures/lineCrossed", "{\"text\":\"Gọi 115\"}")
                        .status())
                .isEqualTo(403);
        assertThat(wards.admin.get("/stream-policy").json().path("sites")).isEmpty();
        assertThat(wards.admin.put("/stream-policy", "{\"access\":\"relay\"}").status())
                .isEqualTo(200);
    }

    private static Desk.Answer alarm(Desk desk, String site, String cameras) {
        return desk.post(
                "/alarms",
                "{\"type\":\"fire\",\"priority\":100,\"title\":\"A\",\"siteId\":\"" + site + "\",\"cameraIds\":["
                        + cameras + "]}",
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private static Desk.Answer handover(Desk desk, String site, String cameras) {
        String at = "\"2026-11-20T23:00:00Z\"";
        return desk.post(
                "/records",
                "{\"id\":\"" + UUID.randomUUID() + "\",\"kind\":\"handover\",\"title\":\"R\",\"siteId\":\"" + site
                        + "\",\"cameraIds\":[" + cameras + "],\"beganAt\":" + at + ",\"endedAt\":" + at
                        + ",\"signedAt\":" + at + ",\"content\":{}}");
    }

    private static String told(Desk.Answer answer) {
        return answer.status() + answer.body().replaceAll("\"requestId\":\"[^\"]*\"", "");
    }

    @Test
    void nobodyRaisesAnAlarmAtASiteThatIsNotHis() {
        String nowhere = told(alarm(ward, "khong-co", ""));
        assertThat(nowhere).startsWith("422").contains("unknownSite");
        for (String site : List.of("ha-noi", "cua-nam")) {
            assertThat(told(alarm(ward, site, ""))).as(site).isEqualTo(nowhere);
            assertThat(told(alarm(ward, site, "\"c-1\""))).as(site).isEqualTo(nowhere);
        }
        for (String site : List.of("hoan-kiem", "trang-tien")) {
            assertThat(alarm(ward, site, "").status()).as(site).isEqualTo(201);
            assertThat(alarm(ward, site, "\"c-7\"").status()).as(site).isEqualTo(201);
            assertThat(alarm(butForAWard, site, "").status()).as(site).isEqualTo(201);
            assertThat(alarm(tagged, site, "").status())
                    .as("a camera with the tag hangs there")
                    .isEqualTo(201);
        }
        assertThat(told(alarm(butForAWard, "cua-nam", ""))).isEqualTo(nowhere);
        assertThat(told(alarm(butForAWard, "cua-nam", "\"c-1\""))).isEqualTo(nowhere);
        assertThat(told(alarm(tagged, "ha-noi", ""))).isEqualTo(nowhere);
    }

    @Test
    void noRecordIsFiledUnderASiteThatIsNotSeen() {
        String nowhere = told(handover(ward, "khong-co", ""));
        assertThat(nowhere).startsWith("422").contains("unknownSite");
        for (String site : List.of("ha-noi", "cua-nam")) {
            assertThat(told(handover(ward, site, ""))).as(site).isEqualTo(nowhere);
            assertThat(told(handover(ward, site, "\"c-1\""))).as(site).isEqualTo(nowhere);
        }
        assertThat(handover(ward, "trang-tien", "\"c-1\"").status()).isEqualTo(201);
        assertThat(handover(ward, "hoan-kiem", "").status()).isEqualTo(201);
        assertThat(handover(tagged, "ha-noi", "").status())
                .as("the city is told to who sees cameras of all of it")
                .isEqualTo(201);
        assertThat(handover(tagged, "trang-tien", "\"c-8\"").status()).isEqualTo(201);
        assertThat(told(handover(tagged, "trang-tien", "\"c-102\"")))
                .as("no camera of it hangs there")
                .isEqualTo(nowhere);
    }
}
