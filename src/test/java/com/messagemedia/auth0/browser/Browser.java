package com.messagemedia.auth0.browser;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A Chromium without a window. It reaches this machine alone. */
public final class Browser implements AutoCloseable {

    /** How long a page may take to show what it shows by itself. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Its warning that it lacks typed commands for this Chromium tells nothing: no test uses them. */
    private static final Logger TYPED_COMMANDS = Logger.getLogger("org.openqa.selenium.devtools");

    static {
        TYPED_COMMANDS.setLevel(Level.SEVERE);
    }

    private final ChromeDriver driver;
    private final Requests requests;

    Browser(Path chromium, Path chromedriver) {
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.toFile())
                .usingAnyFreePort()
                .build();
        driver = new ChromeDriver(service, options(chromium));
        requests = new Requests(driver);
    }

    private static ChromeOptions options(Path chromium) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions().setBinary(chromium.toFile());
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        return options.addArguments(
                "--headless=new",
                // Containers run tests as root, and have a small /dev/shm.
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--no-first-run",
                "--no-default-browser-check",
                "--no-proxy-server",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-default-apps",
                "--disable-extensions",
                "--disable-sync",
                "--force-color-profile=srgb",
                "--hide-scrollbars",
                "--lang=en",
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1");
    }

    /** Opens a page as somebody sees it, and forgets what earlier pages logged and requested. */
    public void open(URI page, Look look) {
        driver.get("about:blank");
        look.apply(driver);
        requests.forget();
        driver.get(page.toString());
    }

    /** Opens a file. */
    public void open(Path page, Look look) {
        open(page.toAbsolutePath().toUri(), look);
    }

    /** Shows the open page in another way, without loading it again. */
    public void look(Look look) {
        look.apply(driver);
    }

    /** The title that a tab shows. */
    public String title() {
        return driver.getTitle();
    }

    /** The elements that a CSS selector finds now. */
    public List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** Waits until a CSS selector finds an element. */
    public void await(String selector) {
        first(selector, element -> true);
    }

    /** The text of the first element that a CSS selector finds; waits until there is one. */
    public String text(String selector) {
        return first(selector, WebElement::getText);
    }

    /** An attribute of the first element that a CSS selector finds; waits until there is one. */
    public String attribute(String selector, String name) {
        return first(selector, element -> String.valueOf(element.getDomAttribute(name)));
    }

    /** Whether the first element that a CSS selector finds is visible; waits until there is one. */
    public boolean shows(String selector) {
        return first(selector, element -> String.valueOf(element.isDisplayed())).equals("true");
    }

    /** Clicks on the first element that a CSS selector finds; waits until there is one. */
    public void click(String selector) {
        first(selector, element -> {
            element.click();
            return true;
        });
    }

    /** A page that updates itself may replace an element while it is read: then it is read again. */
    private <T> T first(String selector, Function<WebElement, T> reader) {
        return waiting(selector)
                .until(here -> here.findElements(By.cssSelector(selector)).stream()
                        .findFirst()
                        .map(reader)
                        .orElse(null));
    }

    /** Waits until an answer is neither null nor false, and returns it. */
    public <T> T until(Function<WebDriver, T> answer) {
        return waiting("what the test waits for").until(answer);
    }

    private WebDriverWait waiting(String wanted) {
        WebDriverWait wait = new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50));
        wait.ignoring(StaleElementReferenceException.class);
        wait.withMessage(() -> wanted + ", which never came to this page:\n" + driver.getPageSource());
        return wait;
    }

    /** All text that is visible on the page. */
    public String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /** What a script returns that runs on the page. */
    public Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Presses a key as somebody does who has no mouse. */
    public void press(Keys key) {
        driver.switchTo().activeElement().sendKeys(key);
    }

    /** Types a letter where the keyboard is. */
    public void press(char letter) {
        driver.switchTo().activeElement().sendKeys(String.valueOf(letter));
    }

    /** The element that the keyboard is at. */
    public WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** By how many pixels the page is wider than the window: more than 0 means that one has to scroll sideways. */
    public long tooWide() {
        return (Long) script("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /** Errors and warnings that the page wrote to the console since it was opened, such as blocked content. */
    public List<String> complaints() {
        return requests.complaints();
    }

    /** What the page requested since it was opened from anywhere else than its own address. */
    public List<String> foreignRequests() {
        return requests.foreign(URI.create(driver.getCurrentUrl()));
    }

    /** What axe-core finds on the open page; a line for each violation. */
    public List<String> violations() {
        return Axe.violations(driver);
    }

    /** Keeps a picture of the whole page in target/screenshots. */
    public Path screenshot(String name) {
        return Screenshot.take(driver, name);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
