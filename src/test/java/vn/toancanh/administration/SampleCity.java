package vn.toancanh.administration;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toancanh.administration.StreamPolicy.Way;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;

/** A few wards with a few people, as a city has them. */
final class SampleCity {
    private SampleCity() {}

    static void fill(FakeAdministration city) {
        site(city, "ha-noi", null, "Hà Nội");
        site(city, "hoan-kiem", "ha-noi", "Phường Hoàn Kiếm");
        site(city, "trang-tien", "hoan-kiem", "Ngã tư Tràng Tiền");
        site(city, "hang-bai", "hoan-kiem", "Phố Hàng Bài");
        site(city, "cua-nam", "ha-noi", "Phường Cửa Nam");
        site(city, "ba-dinh", "ha-noi", "Phường Ba Đình");
        site(city, "doi-can", "ba-dinh", "Đội Cấn – Giang Văn Minh");
        city.roles.add(
                role("administrator", "Quản trị toàn thành phố", true, 3, new Grant(Level.CONFIGURE, null, "", true)));
        city.roles.add(role("operator", "Trực ban", true, 41, new Grant(Level.OPERATE, null, "", true)));
        city.roles.add(new Role(
                "r-hk",
                "Trực đêm phường Hoàn Kiếm",
                false,
                List.of(
                        new Grant(Level.OPERATE, new SiteId("hoan-kiem"), "", true),
                        new Grant(Level.VIEW, new SiteId("ba-dinh"), "giao-thong", true),
                        new Grant(Level.VIEW, new SiteId("hoan-kiem"), "noi-bo", false)),
                40,
                false,
                true,
                List.of(new Hours(List.of(DayOfWeek.values()).subList(0, 5), "22:00", "06:00")),
                6,
                true,
                3));
        city.roles.add(role(
                "r-ward",
                "Quản trị phường Hoàn Kiếm",
                false,
                1,
                new Grant(Level.CONFIGURE, new SiteId("hoan-kiem"), "", true)));
        user(city, "u-a", "nguyen.thi.hanh", "Nguyễn Thị Hạnh", "r-hk", true);
        user(city, "u-b", "tran.van.dung", "Trần Văn Dũng", "operator", true);
        user(city, "u-c", "le.quoc.khanh", "Lê Quốc Khánh", "r-hk", false);
        user(city, "u-d", "ban1", "Bàn 1 · Ca trưởng", "administrator", true);
        user(city, "u-e", "pham.dieu.linh", "Phạm Diệu Linh", "r-ward", true);
        user(city, "u-f", "do.duc.anh", "Đỗ Đức Anh", "operator", true);
        city.held.add(new HeldSession(
                "h-1",
                Instant.parse("2026-11-21T05:58:00Z"),
                Instant.parse("2026-11-21T17:58:00Z"),
                "10.2.0.7",
                "Toàn Cảnh 0.1.0",
                true));
        city.held.add(new HeldSession(
                "h-2",
                Instant.parse("2026-11-20T23:10:00Z"),
                Instant.parse("2026-11-21T11:10:00Z"),
                "10.2.0.31",
                "Toàn Cảnh 0.1.0",
                false));
        city.policy = new StreamPolicy(Way.RELAY, Map.of(new SiteId("ba-dinh"), Way.DIRECT), "");
    }

    private static void site(FakeAdministration city, String id, @Nullable String parent, String name) {
        city.sites.add(new Site(new SiteId(id), parent == null ? null : new SiteId(parent), name));
    }

    private static Role role(String id, String name, boolean builtin, int users, Grant grant) {
        return new Role(id, name, builtin, List.of(grant), 50, false, false, List.of(), users, true, 1);
    }

    private static void user(
            FakeAdministration city, String id, String username, String name, String role, boolean enabled) {
        city.accounts.add(new Account(id, username, name, role, enabled, null, null, 1));
    }
}
