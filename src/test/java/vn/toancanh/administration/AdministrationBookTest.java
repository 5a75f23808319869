package vn.toancanh.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.toancanh.administration.StreamPolicy.Way;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;

/** What is known of users, roles and sites, and how it is searched. */
class AdministrationBookTest {
    private final FakeAdministration server = new FakeAdministration().city();
    private final AdministrationBook book = new AdministrationBook(server);

    private List<String> found(String typed) {
        return book.accounts(typed).stream().map(Account::username).toList();
    }

    @Test
    void usersAreFoundWithoutToneMarksByNameUserNameAndRole() {
        book.reload();
        assertThat(found("hanh")).containsExactly("nguyen.thi.hanh");
        assertThat(found("HẠNH nguyen")).containsExactly("nguyen.thi.hanh");
        assertThat(found("do duc")).containsExactly("do.duc.anh");
        assertThat(found("truc dem hoan kiem")).containsExactlyInAnyOrder("nguyen.thi.hanh", "le.quoc.khanh");
        assertThat(found("khong co ai")).isEmpty();
        assertThat(found("")).hasSize(6);
    }

    @Test
    void usersStandByNameAsVietnameseReadersLookThemUp() {
        book.reload();
        assertThat(book.accounts().stream().map(Account::displayName).toList())
                .containsExactly(
                        "Bàn 1 · Ca trưởng",
                        "Đỗ Đức Anh",
                        "Lê Quốc Khánh",
                        "Nguyễn Thị Hạnh",
                        "Phạm Diệu Linh",
                        "Trần Văn Dũng");
    }

    @Test
    void answersToWhatWasAskedBeforeAreDropped() {
        server.hold();
        book.reload();
        assertThat(book.loading()).isTrue();
        book.forget();
        server.answer();
        assertThat(book.accounts()).as("nobody administers here any more").isEmpty();
        assertThat(book.loading()).isFalse();
    }

    @Test
    void everyChangeIsToldUntilTheHandleIsClosed() {
        AtomicInteger told = new AtomicInteger();
        var handle = book.onChange(told::incrementAndGet);
        book.reload();
        assertThat(told.get()).isPositive();
        int before = told.get();
        handle.close();
        book.reload();
        assertThat(told.get()).isEqualTo(before);
    }

    @Test
    void sitesStandBelowTheOneTheyHangIn() {
        book.reload();
        assertThat(book.lines().all().stream().map(SiteLines.Line::path).toList())
                .containsExactly(
                        "Hà Nội",
                        "Hà Nội › Phường Ba Đình",
                        "Hà Nội › Phường Ba Đình › Đội Cấn – Giang Văn Minh",
                        "Hà Nội › Phường Cửa Nam",
                        "Hà Nội › Phường Hoàn Kiếm",
                        "Hà Nội › Phường Hoàn Kiếm › Ngã tư Tràng Tiền",
                        "Hà Nội › Phường Hoàn Kiếm › Phố Hàng Bài");
        assertThat(book.lines().matching("hoan kiem hang").stream()
                        .map(line -> line.site().id().value()))
                .containsExactly("hang-bai");
        SiteId ward = new SiteId("hoan-kiem");
        assertThat(book.lines().within(new SiteId("hang-bai"), ward)).isTrue();
        assertThat(book.lines().within(ward, ward)).isTrue();
        assertThat(book.lines().within(new SiteId("doi-can"), ward)).isFalse();
    }

    @Test
    void sitesInARingOrWithoutAParentThatIsSeenAreThereAllTheSame() {
        SiteId a = new SiteId("a");
        SiteId b = new SiteId("b");
        SiteLines lines = new SiteLines(List.of(
                new Site(a, b, "A"), new Site(b, a, "B"), new Site(new SiteId("c"), new SiteId("nowhere"), "C")));
        assertThat(lines.all()).hasSize(3).allMatch(line -> line.depth() == 0);
        assertThat(lines.within(a, new SiteId("c"))).isFalse();
    }

    @Test
    void whatOpensCamerasToDesksIsToldFromWhatShutsThem() {
        SiteId ward = new SiteId("ba-dinh");
        StreamPolicy relay = new StreamPolicy(Way.RELAY, Map.of(), "");
        StreamPolicy one = new StreamPolicy(Way.RELAY, Map.of(ward, Way.DIRECT), "");
        StreamPolicy all = new StreamPolicy(Way.DIRECT, Map.of(), "");
        assertThat(one.opensMoreThan(relay)).isTrue();
        assertThat(all.opensMoreThan(one)).isTrue();
        assertThat(relay.opensMoreThan(one)).isFalse();
        assertThat(one.opensMoreThan(one)).isFalse();
        StreamPolicy shut = new StreamPolicy(Way.DIRECT, Map.of(ward, Way.RELAY), "");
        assertThat(all.opensMoreThan(shut)).as("a site's own word is gone").isTrue();
    }
}
