package segmentation;

import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The picture and the table of the rooms in {@code src/docs}, made from the code. */
final class ArchitecturePage {
    /** Sources of every room: the library's and the kernel's. */
    private static final List<Path> SOURCES =
            List.of(Path.of("src/main/java/segmentation"), Path.of("src/kernel/main/java/segmentation"));

    private static final Pattern QUESTION = Pattern.compile("Answers one question: ([^?]+\\?)", Pattern.DOTALL);
    private static final String KERNEL = "kernel";

    /** What the rooms hand on to the next, from the file to the report; the room is the one that has the type. */
    private static final List<String> WAY = List.of(
            "csv.CsvReader",
            "data.customers.CustomerTable",
            "features.FeatureMatrix",
            "model.KMeansModel",
            "evaluation.KSelection",
            "profile.SegmentProfiles",
            "analysis.Segmentation",
            "plot.Picture",
            "report.SegmentationReport");

    private static final int ROW = 58;
    private static final String FRAME = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 %d" font-family="sans-serif" font-size="14">
            <title>The rooms of the code, what each answers, and the way of the data through them</title>
            <rect width="1000" height="%d" fill="#fff"/>
            <path d="M92 %d V56" stroke="#4477aa" stroke-width="6" fill="none"/>
            <path d="M80 62 L92 38 L104 62 Z" fill="#4477aa"/>
            <text x="20" y="26" font-weight="bold">report, segments.csv, model.json</text>
            <text x="92" y="%d" text-anchor="middle" font-weight="bold">customer file</text>
            """;
    private static final String STOP = """
            <circle cx="92" cy="%d" r="8" fill="#fff" stroke="#4477aa" stroke-width="4"/>
            <text x="92" y="%d" text-anchor="middle" font-size="12" stroke="#fff" stroke-width="4" paint-order="stroke">%s</text>
            """;

    private final List<List<String>> order;
    private final SortedMap<String, Room> rooms = new TreeMap<>();

    private ArchitecturePage(List<List<String>> order) {
        this.order = order;
    }

    /** A package with its question, its size, and the rooms it imports. */
    private record Room(String name, String question, int files, int lines, SortedSet<String> uses) {
        /** Returns the lines rounded, so that the page need not follow every change. */
        String size() {
            long rounded = Math.round(lines / 500.0) * 500;
            return rounded == 0 ? "below 250 lines" : "about %,d lines".formatted(rounded);
        }
    }

    /** Looks at the code; {@code order} has the rooms from left to right. */
    static ArchitecturePage of(List<List<String>> order) {
        ArchitecturePage page = new ArchitecturePage(order);
        SortedMap<String, SortedSet<String>> uses = uses();
        SOURCES.forEach(source -> packages(source).forEach(folder -> {
            String name = source.relativize(folder).toString().replace('/', '.').replace('\\', '.');
            SortedSet<String> used = uses.getOrDefault(name, new TreeSet<>());
            page.rooms.put(name, new Room(name, question(folder), files(folder).size(), lines(folder), used));
        }));
        return page;
    }

    /** Returns what each room is asked, and what it uses, as a Markdown table in the rooms' order. */
    String table() {
        String rows = names().map(rooms::get)
                .map(room -> "| `%s` | %s | %s | %s |".formatted(room.name(), room.question(), room.size(), uses(room)))
                .collect(joining("\n"));
        return "| room | answers | size | uses |\n|---|---|---|---|\n" + rows + "\n";
    }

    /** Returns the picture: a row a place in the order, the file at the bottom, the report at the top. */
    String svg() {
        List<List<String>> rows = order.stream()
                .map(place -> place.stream().flatMap(this::inside).toList())
                .filter(place -> !place.isEmpty())
                .toList();
        int height = 154 + ROW * rows.size();
        StringBuilder svg = new StringBuilder(FRAME.formatted(height, height, height - 34, height - 12));
        int top = 44;
        for (int place = rows.size() - 1; place >= 0; place--) {
            svg.append(row(rows.get(place), top));
            top += ROW;
        }
        return svg.append(box(KERNEL, 190, top + 8, 790)).append("</svg>\n").toString();
    }

    private String row(List<String> shown, int top) {
        int width = (790 - 10 * (shown.size() - 1)) / shown.size();
        String boxes = IntStream.range(0, shown.size())
                .mapToObj(i -> box(shown.get(i), 190 + i * (width + 10), top, width))
                .collect(joining());
        return handedOn(shown)
                        .map(type -> STOP.formatted(top + 20, top + 46, type))
                        .collect(joining())
                + boxes;
    }

    private Stream<String> handedOn(List<String> shown) {
        return WAY.stream()
                .filter(type -> shown.contains(type.substring(0, type.lastIndexOf('.'))))
                .map(type -> type.substring(type.lastIndexOf('.') + 1));
    }

    private String box(String name, int left, int top, int width) {
        Room room = rooms.get(name);
        String color = name.equals(KERNEL) ? "#eee" : "#e8f0f8";
        String question = width > 390 ? room.question() : "";
        return """
                <g><title>%s: %s</title>
                <rect x="%d" y="%d" width="%d" height="50" rx="6" fill="%s" stroke="#4477aa"/>
                <text x="%d" y="%d" font-weight="bold">%s</text>
                <text x="%d" y="%d" font-size="12">%s</text></g>
                """.formatted(
                        name,
                        escaped(room.question()),
                        left,
                        top,
                        width,
                        color,
                        left + 10,
                        top + 20,
                        name,
                        left + 10,
                        top + 39,
                        escaped(question.isEmpty() ? room.size() : question));
    }

    /** Returns the types that the picture says are handed on, for a test that they exist. */
    static List<String> way() {
        return WAY.stream().map(type -> "segmentation." + type).toList();
    }

    /** Returns the rooms that have no question in the form that all have. */
    List<String> withoutQuestion() {
        return rooms.values().stream()
                .filter(room -> room.question().isEmpty())
                .map(Room::name)
                .toList();
    }

    /** Returns the most files that a room has. */
    int mostFiles() {
        return rooms.values().stream().mapToInt(Room::files).max().orElse(0);
    }

    /** Returns the largest room's share of all lines, 0..1; what is inside a room counts as it, but each of data is one. */
    double largestShare() {
        SortedMap<String, Integer> lines = new TreeMap<>();
        rooms.values()
                .forEach(
                        room -> lines.merge(room.name().replaceAll("(?<!^data)\\..*", ""), room.lines(), Integer::sum));
        int all = lines.values().stream().mapToInt(Integer::intValue).sum();
        return lines.values().stream().mapToInt(Integer::intValue).max().orElse(0) / (double) all;
    }

    private Stream<String> names() {
        return Stream.concat(order.stream().flatMap(List::stream), Stream.of(KERNEL))
                .flatMap(this::inside);
    }

    private Stream<String> inside(String place) {
        return rooms.keySet().stream().filter(name -> name.equals(place) || name.startsWith(place + "."));
    }

    private static String uses(Room room) {
        return room.uses().isEmpty() ? "no other" : String.join(", ", room.uses());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static SortedMap<String, SortedSet<String>> uses() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("segmentation");
        SortedMap<String, SortedSet<String>> uses = new TreeMap<>();
        for (JavaClass one : classes) {
            for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
                String from = room(one);
                String to = room(dependency.getTargetClass());
                if (!to.isEmpty() && !to.equals(from)) {
                    uses.computeIfAbsent(from, unseen -> new TreeSet<>()).add(to);
                }
            }
        }
        return uses;
    }

    private static String room(JavaClass one) {
        String name = one.getPackageName();
        return name.startsWith("segmentation.") ? name.substring("segmentation.".length()) : "";
    }

    private static String question(Path folder) {
        Path info = folder.resolve("package-info.java");
        Matcher question = QUESTION.matcher(Files.exists(info) ? text(info) : "");
        return question.find() ? question.group(1).replaceAll("\\s+\\*?\\s*", " ") : "";
    }

    private static int lines(Path folder) {
        return files(folder).stream()
                .mapToInt(file -> (int) text(file).lines().count())
                .sum();
    }

    private static List<Path> packages(Path source) {
        try (Stream<Path> all = Files.walk(source)) {
            return all.filter(folder ->
                            Files.isDirectory(folder) && !files(folder).isEmpty())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
