package segmentation.data.inspect;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import segmentation.data.value.DatePattern;
import segmentation.text.Blanks;
import segmentation.text.NumberText;

/**
 * Tells columns that number customers, or name them by a code, from those that measure them.
 *
 * <p>A column looks like an id where all its values, at least three, are different and whole, and its name says so or
 * they ascend by one from row to row; or where they are different texts and its name says so. Where the name is one for
 * customers and values repeat, rows are no customers. A column looks like a code where all cells are digits of one width
 * and some begin with 0, as postcodes do, where they have ten digits and more and all differ, as phone numbers do, or where
 * whole numbers stand under a name for phones, postcodes or codes. Different values with decimals, such as incomes, are
 * no ids.
 */
final class IdDetector {
    private static final int LEAST_VALUES = 3;
    private static final int LONG_CODE = 10;
    private static final int MOST_CLASSES = 20;

    /** Words that make a name one for an id. */
    private static final Set<String> WORDS = Set.of(
            "id",
            "ids",
            "no",
            "nr",
            "num",
            "number",
            "nummer",
            "numero",
            "número",
            "numéro",
            "n°",
            "nº",
            "№",
            "key",
            "code",
            "uuid",
            "guid",
            "uid",
            "index",
            "matricule",
            "matricula",
            "matrícula",
            "matrikel",
            "cpf",
            "cnpj",
            "dni",
            "nif",
            "nie",
            "ssn",
            "siret",
            "siren",
            "cod",
            "codigo",
            "código",
            "codice",
            "kod",
            "cuit",
            "rut",
            "rfc",
            "curp",
            "pesel",
            "bsn",
            "inn",
            "инн",
            "ид",
            "номер",
            "код",
            "κωδικός",
            "κωδ",
            "المعرف",
            "معرف",
            "رقم",
            "מזהה",
            "รหัส",
            "kód",
            "azonosító",
            "tunnus",
            "koodi",
            "aadhaar",
            "rowid",
            "unnamed",
            "sku",
            "ref",
            "reference",
            "iban");

    /** Those of them that also stand behind a count, such as the number of visits. */
    private static final Set<String> MEASURING = Set.of(
            "no", "nr", "num", "number", "nummer", "numero", "número", "numéro", "n°", "nº", "№", "index", "номер");

    /** Words for a customer: an id of one of these tells customers apart. */
    private static final String CUSTOMER =
            "(customers?|cust|clients?|cliente|clienti|cli|klient|kunde|kunden|kd|users?|members?|mitglied|mitglieds|"
                    + "socio|guests?|patients?|subscribers?|accounts?|konto|person|household|shopper|buyer|visitor|donor|card|"
                    + "карта|клиент|клиента|пользователь|会员|客户|用户|顧客)";

    private static final Pattern COMPOUND = Pattern.compile(
            CUSTOMER + "(id|no|nr|num|number|nummer|key|code)|(order|row)(id|no|nr|num|number|nummer|key|code)");
    private static final Pattern CUSTOMER_WORD = Pattern.compile(CUSTOMER);
    private static final Set<String> PERSONAL = Set.of(
            "matricule",
            "matricula",
            "matrícula",
            "matrikel",
            "cpf",
            "dni",
            "nif",
            "nie",
            "ssn",
            "uid",
            "uuid",
            "pesel",
            "aadhaar",
            "curp",
            "rut",
            "cuit",
            "bsn");
    private static final Pattern ASIAN = Pattern.compile(".*(会员|客户|用户|顧客|顾客).*(号|编号|番号|ID|id).*|.*(编号|番号|订单号|번호|코드)");
    private static final Pattern TELEPHONE = Pattern.compile(
            "(?i)(.*[^\\p{L}])?(tele?phone|phone|phones|tel|telefon|téléphone|telefono|teléfono|telefone|mobile|mobil|handy|"
                    + "cell|cellphone|fax|whatsapp|gsm|celular|телефон)([^\\p{L}].*)?|.*(phone|телефон|电话|手机).*");
    private static final Pattern POSTCODE = Pattern.compile(
            "(?i)(.*[^\\p{L}])?(zip|zipcode|zip code|postcode|post code|postal|postalcode|plz|cep|cap|pincode|pin"
                    + " code|pin|postleitzahl|codepostal|код|индекс|邮编)([^\\p{L}].*)?|.*(zip|postal)_?code.*");
    private static final Pattern CODE = Pattern.compile(
            "(?i).*(matricul|matrikel|passport|barcode|licen[sc]e_?(no|num|plate)|serial_?(no|num)|policy_?(no|num)|invoice_?(no|num)"
                    + "|versichertennummer|steuernummer|tax_?(no|num|id)|vat_?(no|num|id)|area_?code|\\bean\\b|\\bgtin\\b|\\bisbn\\b).*");
    private static final Pattern NUMBERED = Pattern.compile("\\p{L}{3,}(nummer|number|nr)");
    private static final Pattern CARD = Pattern.compile(
            CUSTOMER
                    + "?(loyalty|treue|bonus|fid[eé]lit[eéà]|fidelidad|club)?s?(card|karte|carte|carta|tarjeta)n?(nummer|nr|number|no|id)?");
    private static final Pattern DATE = Pattern.compile("date|datum|fecha|dato|дата|日期|日付|날짜");
    private static final Pattern CUT_BY_SPREADSHEET = Pattern.compile("\\d[.,]\\d+[eE]\\+(0?[89]|1\\d)");
    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("[^\\p{L}\\p{M}°º№]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

    private IdDetector() {}

    /**
     * Returns why a column looks like an id or a code, as a clause; empty where it does not.
     *
     * @param distinct how many different values there are
     */
    static Optional<String> reason(ColumnTally tally, int distinct) {
        String name = tally.name();
        if (isCutBySpreadsheet(tally)) {
            return Optional.of(
                    "digits taken away by a spreadsheet, as in 4.1E+12; export the column once more, as text");
        }
        if (tally.isZeroPadded()) {
            return Optional.of(padded(tally));
        }
        boolean whole = tally.wholeNumbers() == tally.filled();
        if (tally.filled() < LEAST_VALUES || !whole && tally.numbers() > 0) {
            return Optional.empty();
        }
        Optional<String> days = whole && isDate(name) ? days(tally, "yymmdd") : Optional.empty();
        if (days.isPresent()) {
            return days;
        }
        if (whole && tally.ascendsByOne()) {
            return Optional.of("values that ascend by 1 from row to row look like a running number");
        }
        if (isNamedSo(name) && distinct == tally.filled()) {
            return Optional.of("all values differ and the name says so: it looks like an id");
        }
        if (isCustomerId(name) && 2 * (tally.filled() - distinct) > tally.filled()) {
            return Optional.of(repeated((double) tally.filled() / distinct));
        }
        return whole ? code(tally, distinct) : Optional.empty();
    }

    private static String repeated(double rows) {
        return "the name says that it is an id, and it repeats: %s rows a customer; if these are transactions, use rfm"
                .formatted(NumberText.fixed(rows, 1).replaceFirst("\\.0$", ""));
    }

    private static Optional<String> code(ColumnTally tally, int distinct) {
        String name = tally.name();
        if (TELEPHONE.matcher(name).matches()) {
            return Optional.of("the name says that these are phone numbers");
        }
        if (POSTCODE.matcher(name).matches()) {
            return Optional.of("the name says that these are postcodes");
        }
        if (CODE.matcher(name).matches()
                || isNamedSo(name) && !isMeasuring(name) && distinct > MOST_CLASSES
                || words(name).stream().anyMatch(PERSONAL::contains)) {
            return Optional.of("the name says that these are codes");
        }
        Optional<String> moments = moments(tally);
        if (moments.isPresent()) {
            return moments;
        }
        return tally.digits() >= LONG_CODE && distinct == tally.filled()
                ? Optional.of("%d digits in every cell, all different, look like phone numbers or codes"
                        .formatted(tally.digits()))
                : Optional.empty();
    }

    /** Says whether codes were written as 4.1E+12, so that different ones look alike. */
    private static boolean isCutBySpreadsheet(ColumnTally tally) {
        String name = tally.name();
        boolean code = isNamedSo(name)
                || TELEPHONE.matcher(name).matches()
                || CODE.matcher(name).matches();
        return code
                && tally.filled() > LEAST_VALUES
                && tally.cells().keySet().stream()
                        .allMatch(cell -> CUT_BY_SPREADSHEET.matcher(cell).matches());
    }

    /** Says whether a name is one for a date, and for nothing that is counted or paid. */
    static boolean isDate(String name) {
        List<String> words = words(name);
        return !words.isEmpty()
                        && (DATE.matcher(words.get(0)).matches()
                                || DATE.matcher(words.get(words.size() - 1)).matches())
                || name.matches(".*(日期|日付|날짜)");
    }

    /** Says that whole numbers are the moments from 2001 to 2033 that computers count from 1970. */
    private static Optional<String> moments(ColumnTally tally) {
        double unit = tally.digits() == LONG_CODE ? 1 : 1000;
        boolean seconds = (tally.digits() == LONG_CODE || tally.digits() == LONG_CODE + 3)
                && tally.figures().maximum() < 2e9 * unit;
        return seconds
                ? Optional.of("%s since 1970, it seems; rfm reads them with --date-format unix"
                        .formatted(unit == 1 ? "seconds" : "milliseconds"))
                : Optional.empty();
    }

    /** Says what digits of one width are of which some begin with 0: days, or else a code. */
    private static String padded(ColumnTally tally) {
        return days(tally, "ddmmyyyy", "mmddyyyy")
                .orElse("digits of one width, some with a leading 0, look like a code");
    }

    /** Says that digits of one width are days, of the first of these shapes that all have. */
    private static Optional<String> days(ColumnTally tally, String... shapes) {
        return Stream.of(shapes)
                .filter(shape ->
                        tally.digits() == shape.length() && tally.cells().size() > 2)
                .filter(shape -> tally.cells().keySet().stream()
                        .allMatch(cell -> DatePattern.written(shape).date(cell).isPresent()))
                .findFirst()
                .map(shape ->
                        "days written %s, it seems; rfm reads them with --date-format %s".formatted(shape, shape));
    }

    /** Says whether a name is one for an id. */
    static boolean isNamedSo(String name) {
        List<String> words = words(name);
        String last = words.isEmpty() ? "" : words.get(words.size() - 1);
        boolean firstAndCustomer = words.size() > 1
                && WORDS.contains(words.get(0))
                && words.stream()
                        .skip(1)
                        .anyMatch(word -> CUSTOMER_WORD.matcher(word).matches());
        return WORDS.contains(last)
                || firstAndCustomer
                || COMPOUND.matcher(last).matches()
                || NUMBERED.matcher(last).matches()
                || CARD.matcher(String.join("", words)).matches()
                || ASIAN.matcher(name).matches()
                || name.endsWith("#");
    }

    /** Says whether a name is one for the id of a customer: id alone, or a word for a customer with it. */
    static boolean isCustomerId(String name) {
        List<String> words = words(name);
        boolean customer = words.stream()
                .anyMatch(word -> CUSTOMER_WORD.matcher(word).matches()
                        || word.matches(CUSTOMER + "(id|no|nr|num|number|nummer|key|code)")
                        || PERSONAL.contains(word));
        return isNamedSo(name)
                && (customer
                        || CARD.matcher(String.join("", words)).matches()
                        || words.equals(List.of("id"))
                        || ASIAN.matcher(name).matches() && !name.contains("订单"));
    }

    private static boolean isMeasuring(String name) {
        List<String> words = words(name);
        return !words.isEmpty() && MEASURING.contains(words.get(words.size() - 1)) && !isCustomerId(name);
    }

    private static List<String> words(String name) {
        return Arrays.stream(BETWEEN_WORDS.split(Blanks.trimmed(name)))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }
}
