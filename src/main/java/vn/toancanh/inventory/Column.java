package vn.toancanh.inventory;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.toancanh.base.Folding;

/** The columns a list may have, each with the headers it goes by; headers are compared without case, marks and signs. */
enum Column {
    ID("id|camera id|ma|ma camera|ma dinh danh"),
    NUMBER("number|no|camera number|so|so hieu|so camera|stt"),
    NAME("name|camera name|ten|ten camera"),
    SITE("site|location|area|don vi|khu vuc|vi tri|dia ban"),
    TAGS("tags|tag|nhan|loai"),
    LAT("lat|latitude|vi do|y"),
    LON("lon|lng|long|longitude|kinh do|x"),
    HEADING("heading|azimuth|direction|huong|goc huong"),
    FOV("fov|field of view|goc nhin|truong nhin"),
    RANGE("range|range m|tam nhin|tam xa"),
    PTZ("ptz|quay quet|dieu khien"),
    ONVIF("onvif|onvif url|dia chi onvif"),
    MAIN_URL("main url|main|url|rtsp|rtsp main|luong chinh|dia chi"),
    SUB_URL("sub url|sub|rtsp sub|luong phu"),
    USER("user|username|login|nguoi dung|tai khoan|ten dang nhap"),
    PASSWORD("password|mat khau"),
    TLS_PIN("tls pin|certificate|fingerprint|sha256|sha 256|chung thu|van tay chung thu"),
    TRANSPORT("transport|giao thuc|giao van"),
    MAIN_CODEC("main codec|codec|ma hoa|ma hoa chinh"),
    SUB_CODEC("sub codec|ma hoa phu"),
    MAIN_SIZE("main size|size|resolution|do phan giai|do phan giai chinh"),
    SUB_SIZE("sub size|sub resolution|do phan giai phu"),
    MAIN_FPS("main fps|fps|toc do hinh|toc do hinh chinh"),
    SUB_FPS("sub fps|toc do hinh phu");

    private static final Map<String, Column> BY_HEADER = byHeader();

    private final String headers;

    Column(String headers) {
        this.headers = headers;
    }

    /** The first header, which is how messages call the column. */
    String header() {
        return headers().getFirst().replace(' ', '_');
    }

    List<String> headers() {
        return List.of(headers.split("\\|", -1));
    }

    /** The column of a header in any spelling: {@code "Số hiệu"}, {@code so_hieu}, {@code Camera-Number}. */
    static Optional<Column> of(String header) {
        return Optional.ofNullable(BY_HEADER.get(plain(header)));
    }

    private static String plain(String header) {
        return Folding.fold(header.replaceAll("[_\\-./()*:°]+", " "));
    }

    private static Map<String, Column> byHeader() {
        Map<String, Column> map = new HashMap<>();
        Arrays.stream(values())
                .forEach(column -> column.headers().forEach(header -> {
                    if (map.put(header, column) != null) {
                        throw new IllegalStateException("two columns are called " + header);
                    }
                }));
        return Map.copyOf(map);
    }
}
