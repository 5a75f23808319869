package vn.toancanh.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CameraPlace;
import vn.toancanh.model.CameraState;
import vn.toancanh.model.Codec;
import vn.toancanh.model.GeoPoint;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;
import vn.toancanh.model.StreamProfile;
import vn.toancanh.model.StreamRole;

/** Cities drawn for tests, the same for the same seed. */
public final class Cities {
    private static final List<String> WARDS = List.of(
            "Hoàn Kiếm",
            "Cửa Nam",
            "Ba Đình",
            "Ngọc Hà",
            "Giảng Võ",
            "Hai Bà Trưng",
            "Vĩnh Tuy",
            "Bạch Mai",
            "Đống Đa",
            "Kim Liên",
            "Láng",
            "Ô Chợ Dừa",
            "Hồng Hà",
            "Lĩnh Nam",
            "Hoàng Mai",
            "Tương Mai",
            "Định Công",
            "Thanh Xuân",
            "Khương Đình",
            "Cầu Giấy",
            "Nghĩa Đô",
            "Tây Hồ",
            "Phú Thượng",
            "Long Biên",
            "Bồ Đề",
            "Hà Đông",
            "Dương Nội",
            "Đông Anh",
            "Sóc Sơn",
            "Sơn Tây");
    private static final List<String> STREETS = List.of(
            "Đường Láng",
            "Tràng Tiền",
            "Phố Huế",
            "Bà Triệu",
            "Lý Thường Kiệt",
            "Nguyễn Trãi",
            "Giải Phóng",
            "Đê La Thành",
            "Hàng Bài",
            "Đinh Tiên Hoàng",
            "Ô Chợ Dừa",
            "Trần Duy Hưng",
            "Xuân Thủy",
            "Võ Chí Công",
            "Âu Cơ",
            "Yên Phụ");
    private static final List<String> KINDS =
            List.of("Ngã tư", "Ngã ba", "Cầu vượt", "Hầm chui", "Cổng trường", "Chợ", "Bến xe");
    private static final List<String> TAGS = List.of("giao thông", "an ninh", "trường học", "ngập úng");

    private Cities() {}

    public static Site site(String id, @Nullable String parent, String name) {
        return new Site(new SiteId(id), parent == null ? null : new SiteId(parent), name);
    }

    public static Camera camera(String id, @Nullable Integer number, String name, String site, String... tags) {
        return new Camera(
                new CameraId(id),
                number,
                name,
                new SiteId(site),
                List.of(tags),
                null,
                CameraState.UNKNOWN,
                false,
                List.of(),
                1);
    }

    public static CatalogueContents contents(List<Site> sites, Camera... cameras) {
        return new CatalogueContents(sites, List.of(cameras), Instant.parse("2026-11-21T06:00:00Z"), "1 i tag");
    }

    /** A city of that many cameras in the wards of Hanoi. */
    public static CatalogueContents city(int cameras, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Site> sites = new ArrayList<>();
        sites.add(site("hn", null, "Thành phố Hà Nội"));
        for (int i = 0; i < 126; i++) {
            String name = WARDS.get(i % WARDS.size());
            sites.add(site("w" + i, "hn", i < WARDS.size() ? "Phường " + name : "Xã " + name + " " + i / WARDS.size()));
        }
        List<Camera> all = new ArrayList<>(cameras);
        for (int i = 0; i < cameras; i++) {
            all.add(drawn(i, random));
        }
        return new CatalogueContents(sites, all, Instant.parse("2026-11-21T06:00:00Z"), "7 i tag");
    }

    private static Camera drawn(int i, RandomGenerator random) {
        String name = pick(KINDS, random) + " " + pick(STREETS, random) + " - " + pick(STREETS, random) + " "
                + random.nextInt(1, 40);
        return new Camera(
                new CameraId("c-" + i),
                random.nextInt(20) == 0 ? null : i + 1,
                name,
                new SiteId("w" + random.nextInt(126)),
                random.nextBoolean() ? List.of(pick(TAGS, random)) : List.of(),
                new CameraPlace(
                        new GeoPoint(21 + random.nextDouble() / 5, 105.8 + random.nextDouble() / 5), 90.0, null, 60.0),
                CameraState.ONLINE,
                random.nextInt(3) == 0,
                List.of(
                        new StreamProfile("main", StreamRole.MAIN, Codec.H265, 1280, 720, 25, 2500, 50),
                        new StreamProfile("sub", StreamRole.SUB, Codec.H264, 640, 360, 15, 500, 30)),
                i);
    }

    private static String pick(List<String> from, RandomGenerator random) {
        return from.get(random.nextInt(from.size()));
    }
}
