package vn.toancanh.ui.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.toancanh.catalogue.CatalogueContents;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CameraState;
import vn.toancanh.model.Codec;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;
import vn.toancanh.model.StreamProfile;
import vn.toancanh.model.StreamRole;

/** A city of as many cameras as a test wants. */
public final class City {
    private static final List<String> WARDS =
            List.of("Hoàn Kiếm", "Cửa Nam", "Hai Bà Trưng", "Ba Đình", "Ô Chợ Dừa", "Láng", "Thanh Xuân", "Cầu Giấy");
    private static final List<String> STREETS = List.of(
            "Hàng Bài – Tràng Tiền",
            "Trần Hưng Đạo – Lý Thường Kiệt",
            "Bờ Hồ – Đinh Tiên Hoàng",
            "Nhà hát Lớn – quảng trường",
            "Hàng Khay",
            "Ngã Tư Sở",
            "Phạm Hùng – Mễ Trì",
            "Nguyễn Trãi – Khuất Duy Tiến",
            "Kim Mã – Núi Trúc",
            "Giải Phóng – Phố Vọng",
            "Long Biên – ga",
            "Văn Cao – Hoàng Hoa Thám",
            "Đại Cồ Việt – Bạch Mai");

    private City() {}

    /** The city; the same for the same size. */
    public static CatalogueContents of(int cameras) {
        List<Site> sites = new ArrayList<>();
        SiteId police = new SiteId("police");
        sites.add(new Site(police, null, "Công an TP · Giao thông"));
        for (int i = 0; i < WARDS.size(); i++) {
            sites.add(new Site(new SiteId("ward-" + i), null, "Phường " + WARDS.get(i)));
        }
        List<Camera> all = new ArrayList<>();
        for (int i = 0; i < cameras; i++) {
            SiteId site = i % 9 == 8 ? police : new SiteId("ward-" + (i / 13 % WARDS.size()));
            all.add(camera(i, site));
        }
        return new CatalogueContents(sites, all, Instant.parse("2026-11-21T06:58:00Z"), "");
    }

    private static Camera camera(int i, SiteId site) {
        CameraState state = switch (i % 17) {
            case 3 -> CameraState.OFFLINE;
            case 7 -> CameraState.NO_VIDEO;
            case 11 -> CameraState.UNAUTHORISED;
            case 13 -> CameraState.UNKNOWN;
            case 15 -> CameraState.DISABLED;
            default -> CameraState.ONLINE;
        };
        String name = STREETS.get(i % STREETS.size());
        return new Camera(
                new CameraId("camera-" + i),
                1200 + i,
                name,
                site,
                List.of(),
                null,
                state,
                true,
                List.of(new StreamProfile("sub", StreamRole.SUB, Codec.H264, 640, 360, 15, 512, 30)),
                1);
    }
}
