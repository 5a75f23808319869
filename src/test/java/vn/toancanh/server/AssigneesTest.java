package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom an alarm of one ward may be given to. */
@Tag("slow")
class AssigneesTest {
    private Wards wards;
    private Desk manager;
    private String alarm;
    private long version = 1;

    @BeforeEach
    void start(@TempDir Path data) throws IOException {
        wards = Wards.start(data);
        manager = wards.atFirstWard("manage");
        alarm = manager.post(
                        "/alarms",
                        "{\"type\":\"x\",\"priority\":50,\"cameraIds\":[\"c-1\"],\"title\":\"T\"}",
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .json()
                .path("id")
                .asString();
    }

    @AfterEach
    void stop() {
        wards.close();
    }

    private String person(String name, String... grants) {
        return wards.user(name, wards.role(name, String.join(",", grants), ""));
    }

    private String account(String user) {
        return wards.fixture.server.accounts().list().stream()
                .filter(account -> account.username().equals(user))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Desk.Answer give(Desk desk, String account) {
        Desk.Answer answer = desk.patch(
                "/alarms/" + alarm, "{\"assigneeId\":\"" + account + "\"}", "If-Match", "\"" + version + "\"");
        if (answer.status() == 200) {
            version++;
        }
        return answer;
    }

    private void isNobody(Desk.Answer answer) {
        Desk.Answer nobody = give(manager, "khong-co");
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("unknownAccount").isEqualTo(nobody.code());
        assertThat(answer.json().path("errors")).isEqualTo(nobody.json().path("errors"));
        assertThat(answer.body()).doesNotContain("Bàn");
    }

    @Test
    void whoeverMayWorkAtIt() {
        Desk.Answer given = give(manager, person("truc", Wards.grant("operate", "hoan-kiem")));
        assertThat(given.status()).as(given.body()).isEqualTo(200);
        assertThat(given.json().at("/assignee/name").asString()).isEqualTo("Bàn truc");
        assertThat(give(manager, account("administrator")).status())
                .as("of the whole city")
                .isEqualTo(200);
    }

    @Test
    void nobodyElse() {
        isNobody(give(manager, person("chi-xem", Wards.grant("view", "hoan-kiem"))));
        isNobody(give(manager, person("phuong-khac", Wards.grant("manage", "cua-nam"))));
        isNobody(give(
                manager,
                person("bi-chan", Wards.grant("operate", "hoan-kiem"), Wards.denial("operate", "", "an-ninh"))));
        String gone = person("nghi", Wards.grant("operate", "hoan-kiem"));
        assertThat(wards.admin
                        .delete("/users/" + gone, "If-Match", wards.etag("/users/" + gone))
                        .status())
                .isEqualTo(204);
        isNobody(give(manager, gone));
        assertThat(manager.get("/alarms/" + alarm).json().path("assignee").isNull())
                .isTrue();
    }

    @Test
    void andByWhoManagesThere() {
        String other = person("truc", Wards.grant("operate", "hoan-kiem"));
        Desk operator = wards.atFirstWard("operate");
        isNobody(give(operator, other));
        assertThat(give(operator, account("phuong-operate")).status()).isEqualTo(200);
    }
}
